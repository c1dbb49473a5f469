#pragma once
#include "core/people/sealed_person.h"
#include "tests/support/seeded_random.h"

namespace muster::bench {

/// Invented people with names as common as in life: a few surnames for half of them, given names with a long tail.
class Crowd {
public:
    Crowd();
    [[nodiscard]] people::Person person();
    [[nodiscard]] quint64 below(quint64 limit) { return m_random.below(limit); }

private:
    [[nodiscard]] QChar skewed(const QString &from);
    [[nodiscard]] QString word(int lengthMin, int lengthMax);

    test::SeededRandom m_random{2026};
    QString m_surnames;
    QString m_given;
};

}  // namespace muster::bench

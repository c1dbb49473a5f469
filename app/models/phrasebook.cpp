#include "app/models/phrasebook.h"

#include <algorithm>

namespace muster {

QQmlListProperty<Phrase> Phrasebook::phrases()
{
    return {
        this,
        nullptr,
        [](QQmlListProperty<Phrase> *list, Phrase *phrase) { static_cast<Phrasebook *>(list->object)->add(phrase); },
        [](QQmlListProperty<Phrase> *list) { return static_cast<Phrasebook *>(list->object)->m_phrases.size(); },
        [](QQmlListProperty<Phrase> *list, qsizetype at) {
            return static_cast<Phrasebook *>(list->object)->m_phrases.at(at);
        },
        nullptr};
}

void Phrasebook::setValue(int value)
{
    if (value != m_value) {
        m_value = value;
        Q_EMIT changed();
    }
}

const Phrase *Phrasebook::current() const
{
    const auto found = std::find_if(m_phrases.begin(), m_phrases.end(),
                                    [this](const Phrase *phrase) { return phrase->value == m_value; });
    return found != m_phrases.end() ? *found : m_phrases.isEmpty() ? nullptr : m_phrases.first();
}

void Phrasebook::add(Phrase *phrase)
{
    m_phrases.append(phrase);
    connect(phrase, &Phrase::changed, this, &Phrasebook::changed);
    Q_EMIT changed();
}

}  // namespace muster

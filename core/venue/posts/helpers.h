#pragma once
#include "core/venue/day/views.h"
#include "core/venue/desk.h"

/// Who came on the day to help and is on no list: a code to be called by, and what they may do. Name, telephone and
/// company travel sealed, under a key of the helper's own in the keyring; the log holds the code alone.
namespace muster::helpers {

inline constexpr qsizetype rolesMax = 12;
inline constexpr qsizetype nameLengthMax = 100;

struct Helper {
    OperationHash operation;
    QString code;  ///< "H3" from the hub that the event began with, "H3-2KQZ" from another device: unique for ever.
    QStringList roles;
    QString zone;
    answers::Sealed sealed;  ///< Empty on a device that keeps no personal data.
    QString actor;
    HybridTime time;
};

/// Keys of the sealed texts.
[[nodiscard]] QString nameKey();
[[nodiscard]] QString phoneKey();
[[nodiscard]] QString companyKey();

[[nodiscard]] QString kind();
[[nodiscard]] QStringList tables();
void createTables(State &state);
[[nodiscard]] Folded fold(State &state, const Operation &operation);

/// Of the current day, in the order in which they came.
[[nodiscard]] std::vector<Helper> all(State &state);
[[nodiscard]] std::optional<Helper> find(State &state, const QString &code);

}  // namespace muster::helpers

namespace muster::posts {

/// Answers with the code, as `number`.
[[nodiscard]] Answer decide(Desk &desk, const Act &act, const AddHelper &command);
void recall(Desk &desk, const AddHelper &command, Answer &answer);

}  // namespace muster::posts

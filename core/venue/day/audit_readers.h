#pragma once
#include "core/venue/day/views.h"

#include <QCborMap>

#include <map>

/// What the files of the audit share; for them alone.
namespace muster::audit {

/// Fills an entry from a body that anybody may have written. An act that stays empty is nobody's.
using Reader = void (*)(const QCborMap &, AuditView &);

[[nodiscard]] std::map<QString, Reader> modeReaders();
[[nodiscard]] std::map<QString, Reader> scarceReaders();
[[nodiscard]] std::map<QString, Reader> postReaders();
[[nodiscard]] std::map<QString, Reader> incidentReaders();
/// Of cues, tasks, phases and materials.
[[nodiscard]] std::map<QString, Reader> courseReaders();

}  // namespace muster::audit

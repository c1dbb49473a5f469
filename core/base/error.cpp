#include "core/base/error.h"

namespace muster {

QString toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid: return QStringLiteral("invalid");
    case ErrorCode::NotFound: return QStringLiteral("not_found");
    case ErrorCode::Refused: return QStringLiteral("refused");
    case ErrorCode::Storage: return QStringLiteral("storage");
    case ErrorCode::Network: return QStringLiteral("network");
    }
    Q_UNREACHABLE();
}

}  // namespace muster

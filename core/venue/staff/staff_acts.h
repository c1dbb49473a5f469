#pragma once
#include <QString>

/// Who a person at a device is.
namespace muster::staff {

/// A new PIN for somebody, set by the coordinator or by themselves with the old one.
struct SetPin {
    QString staff;
    QString pin;     ///< 4 to 8 digits; kept as Argon2id alone.
    QString oldPin;  ///< Not asked of the coordinator.
};

/// Somebody begins to work at this device: by badge or code, and PIN where they have one.
struct SignOn {
    QString staff;
    QString pin;
};

struct SignOff {
    QString staff;
};

}  // namespace muster::staff

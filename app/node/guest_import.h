#pragma once
#include "app/node/device.h"

namespace muster {

/// A guest list on its way into a device, step by step.
///
/// Why it exists: a list of 100,000 takes seconds, and no guest at the door may wait for it. Guests go in sorted by
/// their ids, as tables and indexes lie on the disk: a step then writes a few pages over and over, not as many as it
/// has guests.
///
/// Guarantees
///  - **Whole guests**: a step is stored or not; whoever imports the list again after a crash completes it.
///  - **The door goes on**: steps beside it aim at stepAim, however slow the disk; writing namesMin names is the least
///    that a step of names does, and takes longer on a slow device.
///
/// Threading: made where nobody waits (it hashes and sorts), then storeNext() on the device's thread.
class GuestImport {
public:
    enum class Pace {
        Alone,       ///< Nobody waits for this device.
        BesideDoor,  ///< Acts wait until the step is over.
    };
    static constexpr std::chrono::milliseconds stepAim{40};
    static constexpr std::size_t firstStep = 250;
    static constexpr std::size_t stepMin = 20;
    static constexpr std::size_t stepMax = 4'000;
    static constexpr std::size_t stepAlone = 20'000;
    /// Names are written into the directory in steps of their own. Few at once cost nearly as much as many.
    static constexpr std::size_t firstNames = 1'000;
    static constexpr std::size_t namesMin = 500;
    static constexpr std::size_t namesMax = 10'000;

    /// @p codeKey is the event's.
    GuestImport(std::vector<GuestEntry> guests, const SecretKey &codeKey);

    [[nodiscard]] bool isDone() const { return m_stored == m_guests.size(); }
    /// Stores the next guests. After an error nothing of this step is kept, and all that was stored before is.
    [[nodiscard]] Status storeNext(Device &device, Pace pace);
    [[nodiscard]] std::size_t storedCount() const { return m_stored; }
    [[nodiscard]] const Device::Imported &total() const { return m_total; }

private:
    [[nodiscard]] std::size_t nextCount(Pace pace) const;

    std::vector<GuestEntry> m_guests;
    std::vector<GuestId> m_ids;  ///< Of m_guests, ascending.
    std::size_t m_stored = 0;
    std::size_t m_step = firstStep;
    std::size_t m_names = firstNames;
    Device::Imported m_total;
};

}  // namespace muster

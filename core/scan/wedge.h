#pragma once
#include "core/base/clock.h"

#include <QByteArray>
#include <QString>

/// Tells a keyboard-wedge scanner from a person at the keys, and puts its keystrokes together to a payload.
namespace muster::scan {

/// How the scanner's keys become characters.
enum class WedgeLayout {
    UsPositions,  ///< By the place of the key, as a scanner set to a US keyboard (the factory setting) means it; right
                  ///< whatever layout the device has.
    SystemText,   ///< By the text that the system made of it; for a scanner set to the device's own layout.
};

/// One key going down or up.
struct WedgeKey {
    quint32 position = 0;  ///< evdev code of the key's place (KEY_A = 30); 0: not known, the text is used.
    QString text{};        ///< What the system made of it; may be empty.
    bool isPress = true;
    bool isRepeat = false;    ///< The system's auto-repeat: a finger is resting on it.
    bool hasCommand = false;  ///< Control, Alt or Meta is down: a shortcut, never part of a scan.
    Instant at{};
};

/// What to do with the keys, this one included.
enum class WedgeAction {
    Hold,     ///< May belong to a scan: keep it from the focused field for now.
    Release,  ///< A person types: give back what was held, then this key.
    Restart,  ///< A person typed what was held: give that back, and hold this key.
    Scan,     ///< A scan is complete: drop what was held and this key; `payload` has it.
    Discard,  ///< A scan too long to be a code has ended: drop all.
};

struct WedgeResult {
    WedgeAction action = WedgeAction::Hold;
    QByteArray payload;  ///< UTF-8; only with Scan.
};

/// Keys in, payloads out.
///
/// A scan is at least lengthMin characters, no two more than keyGapMax apart, on the mean no more than meanGapMax
/// apart, ended by Enter or Tab. Everything else is a person's typing, which is late by keyGapMax at most.
///
/// Threading: confined to one thread; time comes with the keys.
class WedgeAssembler {
public:
    static constexpr std::chrono::milliseconds keyGapMax{100};
    static constexpr std::chrono::milliseconds meanGapMax{50};
    static constexpr int lengthMin = 3;
    static constexpr qsizetype lengthMax = 512;  ///< Bytes of UTF-8.

    explicit WedgeAssembler(WedgeLayout layout = WedgeLayout::UsPositions) : m_layout(layout) {}

    [[nodiscard]] WedgeResult feed(const WedgeKey &key);
    /// True if keys were held and their time is over: give them back.
    [[nodiscard]] bool expire(Instant now);
    [[nodiscard]] bool isHolding() const { return m_isHolding; }

private:
    [[nodiscard]] QByteArray characterOf(const WedgeKey &key) const;
    [[nodiscard]] WedgeResult take(const WedgeKey &key);
    [[nodiscard]] WedgeResult finish(const WedgeKey &key);
    void begin(const WedgeKey &key);
    void reset();

    WedgeLayout m_layout;
    QByteArray m_payload;
    int m_keys = 0;  ///< Characters so far.
    Instant m_firstAt;
    Instant m_lastAt;
    bool m_isHolding = false;
    bool m_isShifted = false;
    bool m_isOverlong = false;
};

}  // namespace muster::scan

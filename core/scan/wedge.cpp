#include "core/scan/wedge.h"

#include <array>

namespace muster::scan {
namespace {

constexpr quint32 keyEnter = 28;
constexpr quint32 keyTab = 15;
constexpr quint32 keypadEnter = 96;
constexpr quint32 keyLeftShift = 42;
constexpr quint32 keyRightShift = 54;

struct KeyFace {
    quint32 position;
    char plain;
    char shifted;
};

/// A US keyboard by evdev codes (linux/input-event-codes.h).
constexpr std::array usKeys{
    KeyFace{2, '1', '!'},  KeyFace{3, '2', '@'},   KeyFace{4, '3', '#'},  KeyFace{5, '4', '$'},  KeyFace{6, '5', '%'},
    KeyFace{7, '6', '^'},  KeyFace{8, '7', '&'},   KeyFace{9, '8', '*'},  KeyFace{10, '9', '('}, KeyFace{11, '0', ')'},
    KeyFace{12, '-', '_'}, KeyFace{13, '=', '+'},  KeyFace{16, 'q', 'Q'}, KeyFace{17, 'w', 'W'}, KeyFace{18, 'e', 'E'},
    KeyFace{19, 'r', 'R'}, KeyFace{20, 't', 'T'},  KeyFace{21, 'y', 'Y'}, KeyFace{22, 'u', 'U'}, KeyFace{23, 'i', 'I'},
    KeyFace{24, 'o', 'O'}, KeyFace{25, 'p', 'P'},  KeyFace{26, '[', '{'}, KeyFace{27, ']', '}'}, KeyFace{30, 'a', 'A'},
    KeyFace{31, 's', 'S'}, KeyFace{32, 'd', 'D'},  KeyFace{33, 'f', 'F'}, KeyFace{34, 'g', 'G'}, KeyFace{35, 'h', 'H'},
    KeyFace{36, 'j', 'J'}, KeyFace{37, 'k', 'K'},  KeyFace{38, 'l', 'L'}, KeyFace{39, ';', ':'}, KeyFace{40, '\'', '"'},
    KeyFace{41, '`', '~'}, KeyFace{43, '\\', '|'}, KeyFace{44, 'z', 'Z'}, KeyFace{45, 'x', 'X'}, KeyFace{46, 'c', 'C'},
    KeyFace{47, 'v', 'V'}, KeyFace{48, 'b', 'B'},  KeyFace{49, 'n', 'N'}, KeyFace{50, 'm', 'M'}, KeyFace{51, ',', '<'},
    KeyFace{52, '.', '>'}, KeyFace{53, '/', '?'},  KeyFace{55, '*', '*'}, KeyFace{57, ' ', ' '}, KeyFace{71, '7', '7'},
    KeyFace{72, '8', '8'}, KeyFace{73, '9', '9'},  KeyFace{74, '-', '-'}, KeyFace{75, '4', '4'}, KeyFace{76, '5', '5'},
    KeyFace{77, '6', '6'}, KeyFace{78, '+', '+'},  KeyFace{79, '1', '1'}, KeyFace{80, '2', '2'}, KeyFace{81, '3', '3'},
    KeyFace{82, '0', '0'}, KeyFace{83, '.', '.'},  KeyFace{98, '/', '/'}};

bool isShift(const WedgeKey &key) { return key.position == keyLeftShift || key.position == keyRightShift; }

bool isEnd(const WedgeKey &key)
{
    if (key.position != 0) {
        return key.position == keyEnter || key.position == keyTab || key.position == keypadEnter;
    }
    return key.text == QStringLiteral("\r") || key.text == QStringLiteral("\n") || key.text == QStringLiteral("\t");
}

}  // namespace

QByteArray WedgeAssembler::characterOf(const WedgeKey &key) const
{
    if (m_layout == WedgeLayout::UsPositions && key.position != 0) {
        for (const auto &face : usKeys) {
            if (face.position == key.position) {
                return QByteArray(1, m_isShifted ? face.shifted : face.plain);
            }
        }
        return {};
    }
    const bool isPrintable = !key.text.isEmpty() && key.text.front().isPrint();
    return isPrintable ? key.text.toUtf8() : QByteArray();
}

WedgeResult WedgeAssembler::feed(const WedgeKey &key)
{
    const bool isLate = m_isHolding && key.at - m_lastAt > keyGapMax;
    if (isShift(key)) {
        // Scanners press shift themselves. A person's shift passes; it is no text.
        m_isShifted = key.isPress;
        if (!m_isHolding) {
            return {WedgeAction::Release, {}};
        }
        if (isLate) {
            reset();
            return {WedgeAction::Release, {}};
        }
        return {WedgeAction::Hold, {}};
    }
    if (!key.isPress) {
        return {m_isHolding ? WedgeAction::Hold : WedgeAction::Release, {}};
    }
    if (key.hasCommand || key.isRepeat) {
        reset();
        return {WedgeAction::Release, {}};
    }
    if (isEnd(key) && !isLate) {
        return finish(key);
    }
    return take(key);
}

WedgeResult WedgeAssembler::take(const WedgeKey &key)
{
    const auto character = characterOf(key);
    const bool wasHolding = m_isHolding;
    const bool isLate = wasHolding && key.at - m_lastAt > keyGapMax;
    if (character.isEmpty()) {
        reset();  // An arrow, a function key …: a person, or an Enter that came late.
        return {WedgeAction::Release, {}};
    }
    if (!wasHolding || isLate) {
        begin(key);
    }
    m_lastAt = key.at;
    ++m_keys;
    if (m_payload.size() + character.size() > lengthMax) {
        m_isOverlong = true;
        m_payload.clear();
    } else if (!m_isOverlong) {
        m_payload += character;
    }
    return {isLate ? WedgeAction::Restart : WedgeAction::Hold, {}};
}

WedgeResult WedgeAssembler::finish(const WedgeKey &key)
{
    const auto took = key.at - m_firstAt;
    const bool isScan = m_isHolding && m_keys >= lengthMin && took <= meanGapMax * m_keys;
    WedgeResult result{WedgeAction::Release, {}};
    if (isScan) {
        result.action = m_isOverlong ? WedgeAction::Discard : WedgeAction::Scan;
        result.payload = m_payload;
    }
    reset();
    return result;
}

bool WedgeAssembler::expire(Instant now)
{
    if (!m_isHolding || now - m_lastAt <= keyGapMax) {
        return false;
    }
    reset();
    return true;
}

void WedgeAssembler::begin(const WedgeKey &key)
{
    reset();
    m_isHolding = true;
    m_firstAt = key.at;
}

void WedgeAssembler::reset()
{
    m_payload.clear();
    m_keys = 0;
    m_isHolding = false;
    m_isOverlong = false;
}

}  // namespace muster::scan

#pragma once
#include <QString>
#include <QStringView>

/// Texts as a search compares them: without what people leave out or type in another way.
namespace muster {

/// Lower case, no diacritics, full-width forms made narrow: "Müller" -> "muller", "Łódź" -> "lodz", "ＡＢ" -> "ab".
/// Characters of other scripts stay.
[[nodiscard]] QString foldLatin(QStringView text);

/// The digits of a telephone number, in any script; China's own prefix (+86, 0086) is dropped before a mobile number
/// and the international 00 before all others: "+86 138-0000-0001" -> "13800000001". Empty if there are no digits.
[[nodiscard]] QString phoneDigits(QStringView phone);

/// What people are asked for at the desk: the last four digits, or all of a shorter number.
[[nodiscard]] QString phoneEnd(QStringView phone);

}  // namespace muster

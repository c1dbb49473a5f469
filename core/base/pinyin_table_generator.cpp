// Runs when Muster is built: writes the readings of all Han characters of U+3400–U+9FFF, as ICU knows them, as a table.
// ICU needs 0.7 s to prepare them and 25 µs a name afterwards; a desk that searches must not wait for that.
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <vector>

namespace {

constexpr UChar32 firstHan = 0x3400;
constexpr UChar32 lastHan = 0x9fff;

/// "lǚ" -> "lv", "zhāng" -> "zhang"; "" if it is no syllable.
std::string plainSyllable(icu::UnicodeString text, const icu::Transliterator &toAscii)
{
    text.findAndReplace(icu::UnicodeString::fromUTF8("ü"), "v");
    for (const char *tone : {"ǖ", "ǘ", "ǚ", "ǜ"}) {
        text.findAndReplace(icu::UnicodeString::fromUTF8(tone), "v");
    }
    toAscii.transliterate(text);
    std::string plain;
    text.trim().toLower().toUTF8String(plain);
    const bool isSyllable = !plain.empty() && plain.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == plain.npos;
    return isSyllable ? plain : std::string();
}

}  // namespace

int main(int argc, char **argv)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> toLatin(
        icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
    const std::unique_ptr<icu::Transliterator> toAscii(
        icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    if (argc != 2 || U_FAILURE(status) != 0) {
        std::cerr << "usage: pinyin_table_generator OUTPUT (needs ICU with its transliteration data)\n";
        return 2;
    }
    icu::UnicodeString all;
    for (UChar32 han = firstHan; han <= lastHan; ++han) {
        all.append(han).append(UChar32('\n'));
    }
    toLatin->transliterate(all);

    std::map<std::string, int> indexOf{{"", 0}};
    std::vector<std::string> syllables{""};
    std::ofstream out(argv[1]);
    out << "constexpr std::array<quint16, " << (lastHan - firstHan + 1) << "> indexOfHan{";
    for (int32_t from = 0; from < all.length();) {
        const int32_t to = all.indexOf(UChar32('\n'), from);
        const auto [entry, isNew] =
            indexOf.try_emplace(plainSyllable(all.tempSubStringBetween(from, to), *toAscii), int(syllables.size()));
        if (isNew) {
            syllables.push_back(entry->first);
        }
        out << entry->second << (from % 64 == 0 ? ",\n" : ",");
        from = to + 1;
    }
    out << "};\nconstexpr std::array<QStringView, " << syllables.size() << "> syllableTexts{";
    for (const auto &syllable : syllables) {
        out << "u\"" << syllable << "\",";
    }
    out << "};\n";
    return out.good() ? 0 : 1;
}

#pragma once
#include "core/base/result.h"

#include <QString>

#include <memory>
#include <vector>

namespace muster {

/// Chinese words for typed pinyin, best first, from libpinyin's dictionary. Learns nothing: guests' names stay nowhere.
class PinyinDictionary {
public:
    struct Word {
        QString text;
        int length = 0;  ///< Letters of the pinyin that it covers.
    };

    /// Fails where the dictionary (package libpinyin-data) is not installed.
    [[nodiscard]] static Result<std::unique_ptr<PinyinDictionary>> open();
    [[nodiscard]] static bool isInstalled();
    ~PinyinDictionary();
    PinyinDictionary(const PinyinDictionary &) = delete;
    PinyinDictionary &operator=(const PinyinDictionary &) = delete;

    [[nodiscard]] std::vector<Word> candidates(const QString &letters, int countMax);

private:
    struct Library;
    explicit PinyinDictionary(std::unique_ptr<Library> library);

    std::unique_ptr<Library> m_library;
};

}  // namespace muster

#include "app/models/pinyin_dictionary.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <pinyin.h>

namespace muster {
namespace {

const QString dictionaryFolder = QStringLiteral(MUSTER_PINYIN_DATA);

}  // namespace

/// libpinyin's handles, and a folder of its own that is thrown away, so that nothing typed is learned.
struct PinyinDictionary::Library {
    QTemporaryDir folder;
    pinyin_context_t *context = nullptr;
    pinyin_instance_t *instance = nullptr;

    Library() = default;
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;
    ~Library()
    {
        if (instance) {
            pinyin_free_instance(instance);
        }
        if (context) {
            pinyin_fini(context);
        }
    }
};

PinyinDictionary::PinyinDictionary(std::unique_ptr<Library> library) : m_library(std::move(library)) {}

PinyinDictionary::~PinyinDictionary() = default;

bool PinyinDictionary::isInstalled() { return QFileInfo::exists(dictionaryFolder + QStringLiteral("/table.conf")); }

Result<std::unique_ptr<PinyinDictionary>> PinyinDictionary::open()
{
    if (!isInstalled()) {
        return fail(ErrorCode::NotFound, QStringLiteral("no pinyin dictionary: install libpinyin-data"));
    }
    auto library = std::make_unique<Library>();
    library->context = pinyin_init(dictionaryFolder.toUtf8().constData(), library->folder.path().toUtf8().constData());
    if (!library->context) {
        return fail(ErrorCode::Storage, QStringLiteral("the pinyin dictionary cannot be read"));
    }
    pinyin_set_options(library->context, PINYIN_INCOMPLETE | USE_DIVIDED_TABLE | USE_RESPLIT_TABLE);
    library->instance = pinyin_alloc_instance(library->context);
    return std::unique_ptr<PinyinDictionary>(new PinyinDictionary(std::move(library)));
}

std::vector<PinyinDictionary::Word> PinyinDictionary::candidates(const QString &letters, int countMax)
{
    std::vector<Word> words;
    pinyin_instance_t *instance = m_library->instance;
    pinyin_reset(instance);
    const size_t parsed = pinyin_parse_more_full_pinyins(instance, letters.toUtf8().constData());
    if (parsed == 0 || !pinyin_guess_sentence(instance) ||
        !pinyin_guess_candidates(instance, 0, SORT_BY_PHRASE_LENGTH_AND_PINYIN_LENGTH_AND_FREQUENCY)) {
        return words;
    }
    guint found = 0;
    pinyin_get_n_candidate(instance, &found);
    for (guint i = 0; i < found && int(words.size()) < countMax; ++i) {
        lookup_candidate_t *candidate = nullptr;
        const gchar *text = nullptr;
        lookup_candidate_type_t type = NORMAL_CANDIDATE;
        if (!pinyin_get_candidate(instance, i, &candidate) ||
            !pinyin_get_candidate_string(instance, candidate, &text) ||
            !pinyin_get_candidate_type(instance, candidate, &type)) {
            continue;
        }
        if (type == NORMAL_CANDIDATE || type == NBEST_MATCH_CANDIDATE) {
            const QString word = QString::fromUtf8(text);  // Choosing below may free it.
            const int end =
                type == NBEST_MATCH_CANDIDATE ? int(parsed) : pinyin_choose_candidate(instance, 0, candidate);
            words.push_back({word, end});
        }
    }
    return words;
}

}  // namespace muster

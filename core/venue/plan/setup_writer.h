#pragma once
#include "core/venue/plan/setup_codec.h"

/// How the plan's structs are written and read; for the codec's own files.
namespace muster::setup_codec {

inline constexpr qsizetype listMax = 1'000;
inline constexpr qint64 numberMax = 100'000'000;

inline QStringList listFrom(BodyReader &body, const char *name)
{
    QStringList list;
    for (const auto &value : body.arrayOr(name, listMax)) {
        list << value.toString();
    }
    return list;
}

inline Words words(BodyReader &body, const char *name)
{
    Words found;
    const auto array = body.arrayOr(name, 2);
    found.zh = array.at(0).toString();
    found.en = array.at(1).toString();
    return found;
}

/// Leaves out what is empty: the log is kept for ever.
class Writer {
public:
    Writer &text(const char *name, const QString &value) { return value.isEmpty() ? *this : put(name, value); }
    Writer &both(const char *name, const Words &value) { return value == Words{} ? *this : put(name, toCbor(value)); }
    Writer &list(const char *name, const QStringList &value)
    {
        return value.isEmpty() ? *this : put(name, QCborArray::fromStringList(value));
    }
    Writer &number(const char *name, std::optional<int> value) { return value ? put(name, *value) : *this; }
    Writer &flag(const char *name, bool value) { return value ? put(name, true) : *this; }
    Writer &put(const char *name, const QCborValue &value)
    {
        m_map.insert(key(name), value);
        return *this;
    }
    [[nodiscard]] QCborMap map() const { return m_map; }

private:
    QCborMap m_map;
};

inline QCborArray choicesToCbor(const std::vector<Question::Choice> &choices)
{
    QCborArray list;
    for (const auto &choice : choices) {
        list.append(QCborArray{choice.code, toCbor(choice.text)});
    }
    return list;
}

inline std::vector<Question::Choice> choicesFrom(BodyReader &body, const char *name)
{
    std::vector<Question::Choice> choices;
    for (const auto &value : body.arrayOr(name, listMax)) {
        choices.push_back({value.toArray().at(0).toString(), wordsFrom(value.toArray().at(1))});
    }
    return choices;
}

}  // namespace muster::setup_codec

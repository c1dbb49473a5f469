#pragma once
#include "app/models/list_model.h"
#include "app/models/rows.h"

#include <QThreadPool>

#include <memory>

namespace muster {

class PinyinDictionary;

/// The keyboard on the screen: gives letters to the field that has the focus. In Chinese, letters are first gathered
/// as pinyin, and a touch on a candidate types it. The dictionary is read on a thread of its own: keys never wait.
class Typist : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString gathered READ gathered NOTIFY gatheredChanged FINAL)
    Q_PROPERTY(bool isPinyin READ isPinyin WRITE setPinyin NOTIFY isPinyinChanged FINAL)
    Q_PROPERTY(bool canPinyin READ canPinyin CONSTANT FINAL)
    Q_PROPERTY(muster::ListModel *candidates READ candidates CONSTANT FINAL)

public:
    static constexpr int candidatesMax = 40;
    static constexpr int gatheredMax = 60;

    explicit Typist(QObject *parent = nullptr);
    ~Typist() override;

    [[nodiscard]] QString gathered() const { return m_gathered; }
    [[nodiscard]] bool isPinyin() const { return m_isPinyin; }
    /// Whether this machine has the dictionary.
    [[nodiscard]] bool canPinyin() const;
    [[nodiscard]] ListModel *candidates() { return &m_candidates; }
    void setPinyin(bool isPinyin);

    Q_INVOKABLE void type(const QString &text);
    Q_INVOKABLE void backspace();
    /// Types the candidate @p key and keeps gathering what it did not cover.
    Q_INVOKABLE void choose(const QString &key);
    /// Types the gathered letters as they are.
    Q_INVOKABLE void commit();

Q_SIGNALS:
    void gatheredChanged();
    void isPinyinChanged();

private:
    struct Dictionary;

    void setGathered(const QString &letters);
    void lookUp();
    void show(quint64 turn, std::vector<ChoiceRow> rows);
    static void send(const QString &text);

    QString m_gathered;
    bool m_isPinyin = false;
    RowModel<ChoiceRow> m_candidates;
    quint64 m_turn = 0;             ///< Counts what was gathered; candidates for earlier letters come too late.
    bool m_isSpaceWaiting = false;  ///< Space came before the candidates.
    std::shared_ptr<Dictionary> m_dictionary;
    QThreadPool m_reader;  ///< One thread, destroyed first: it waits.
};

}  // namespace muster

#include "app/models/typist.h"

#include "app/models/pinyin_dictionary.h"

#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace muster {

/// Touched on the reader's thread only.
struct Typist::Dictionary {
    std::unique_ptr<PinyinDictionary> words;
};

Typist::Typist(QObject *parent) : QObject(parent), m_dictionary(std::make_shared<Dictionary>())
{
    m_reader.setMaxThreadCount(1);
}

Typist::~Typist() = default;

bool Typist::canPinyin() const { return PinyinDictionary::isInstalled(); }

void Typist::setPinyin(bool isPinyin)
{
    if (isPinyin != m_isPinyin) {
        commit();
        m_isPinyin = isPinyin && canPinyin();
        Q_EMIT isPinyinChanged();
    }
}

void Typist::type(const QString &text)
{
    const bool isLetter = text.size() == 1 && text.at(0) >= QLatin1Char('a') && text.at(0) <= QLatin1Char('z');
    if (m_isPinyin && isLetter) {
        setGathered((m_gathered + text).left(gatheredMax));
        return;
    }
    if (m_isPinyin && text == QLatin1String(" ") && !m_gathered.isEmpty()) {
        if (m_candidates.count() > 0) {
            choose(m_candidates.rows().front().key);
        } else {
            m_isSpaceWaiting = true;
        }
        return;
    }
    commit();
    send(text);
}

void Typist::backspace()
{
    if (!m_gathered.isEmpty()) {
        setGathered(m_gathered.chopped(1));
        return;
    }
    if (QObject *field = QGuiApplication::focusObject()) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier);
        QCoreApplication::sendEvent(field, &press);
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Backspace, Qt::NoModifier);
        QCoreApplication::sendEvent(field, &release);
    }
}

void Typist::choose(const QString &key)
{
    const auto &rows = m_candidates.rows();
    const auto found = std::find_if(rows.begin(), rows.end(), [&key](const ChoiceRow &row) { return row.key == key; });
    if (found == rows.end()) {
        return;
    }
    const int covered = key.section(QLatin1Char('/'), 0, 0).toInt();
    send(found->text);
    setGathered(m_gathered.mid(covered));
}

void Typist::commit()
{
    const QString letters = m_gathered;
    setGathered({});
    if (!letters.isEmpty()) {
        send(letters);
    }
}

void Typist::setGathered(const QString &letters)
{
    if (letters == m_gathered) {
        return;
    }
    m_gathered = letters;
    m_isSpaceWaiting = false;
    ++m_turn;
    if (letters.isEmpty()) {
        m_candidates.set({});
    } else {
        lookUp();
    }
    Q_EMIT gatheredChanged();
}

void Typist::lookUp()
{
    m_reader.start([this, dictionary = m_dictionary, letters = m_gathered, turn = m_turn] {
        if (!dictionary->words) {
            if (auto opened = PinyinDictionary::open()) {
                dictionary->words = std::move(*opened);
            }
        }
        std::vector<ChoiceRow> rows;
        if (dictionary->words) {
            for (const PinyinDictionary::Word &word : dictionary->words->candidates(letters, candidatesMax)) {
                rows.push_back({QString::number(word.length) + QLatin1Char('/') + word.text, word.text, false});
            }
        }
        QMetaObject::invokeMethod(
            this, [this, turn, rows = std::move(rows)]() mutable { show(turn, std::move(rows)); },
            Qt::QueuedConnection);
    });
}

void Typist::show(quint64 turn, std::vector<ChoiceRow> rows)
{
    if (turn != m_turn) {
        return;
    }
    m_candidates.set(std::move(rows));
    if (std::exchange(m_isSpaceWaiting, false)) {
        m_candidates.count() > 0 ? choose(m_candidates.rows().front().key) : commit();
    }
}

void Typist::send(const QString &text)
{
    if (QObject *field = QGuiApplication::focusObject()) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(field, &event);
    }
}

}  // namespace muster

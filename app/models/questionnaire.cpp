#include "app/models/questionnaire.h"

#include <algorithm>

namespace muster {
namespace {

const QChar separator = QLatin1Char(';');

Questionnaire::Kind kindOf(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Choice: return Questionnaire::Choice;
    case QuestionKind::Choices: return Questionnaire::Choices;
    case QuestionKind::Number: return Questionnaire::Number;
    case QuestionKind::Text: return Questionnaire::Text;
    case QuestionKind::Consent: return Questionnaire::Consent;
    }
    return Questionnaire::None;
}

}  // namespace

Questionnaire::Questionnaire(const Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    connect(&settings, &Settings::languageChanged, this, [this] {
        showChoices();
        Q_EMIT stepChanged();
    });
}

void Questionnaire::ask(const Answer &answer)
{
    clear();
    m_group = answer.group;
    m_companionsMax = answer.companionsMax;
    if (!m_group.empty()) {
        m_steps.push_back({Group, std::nullopt});
        for (const GuestView &member : m_group) {
            m_party.append(member.id.toHex());  // A family that comes together is the rule.
        }
    }
    if (m_companionsMax > 0) {
        m_steps.push_back({Companions, std::nullopt});
        m_companions = 0;
    }
    for (const Question &question : answer.questions) {
        m_steps.push_back({kindOf(question.kind), question});
        if (!question.defaultAnswer.isEmpty() && question.kind != QuestionKind::Consent) {
            m_answers.insert(question.code, question.defaultAnswer);
        }
    }
    showStep();
    if (m_steps.empty()) {
        Q_EMIT finished();
    }
}

void Questionnaire::clear()
{
    m_steps.clear();
    m_step = 0;
    m_group.clear();
    m_party.clear();
    m_companionsMax = 0;
    m_companions.reset();
    m_answers.clear();
    showStep();
}

const Questionnaire::Step *Questionnaire::current() const
{
    return m_step < stepCount() ? &m_steps[std::size_t(m_step)] : nullptr;
}

QString Questionnaire::code() const { return current() && current()->question ? current()->question->code : QString(); }

Questionnaire::Kind Questionnaire::kind() const { return current() ? current()->kind : None; }

QString Questionnaire::text() const
{
    return current() && current()->question ? m_settings.say(current()->question->text) : QString();
}

QString Questionnaire::answer() const { return m_answers.value(code()); }

int Questionnaire::number() const
{
    return kind() == Companions ? m_companions.value_or(0) : m_answers.value(code()).toInt();
}

int Questionnaire::numberMax() const { return kind() == Companions ? m_companionsMax : numberAnswerMax; }

bool Questionnaire::isRequired() const
{
    return current() && (!current()->question || current()->question->isRequired);
}

bool Questionnaire::isAnswered() const
{
    switch (kind()) {
    case None: return false;
    case Group:
    case Companions:
    case Number: return true;
    default: return !answer().isEmpty();
    }
}

std::vector<GuestId> Questionnaire::party() const
{
    std::vector<GuestId> here;
    for (const GuestView &member : m_group) {
        if (m_party.contains(member.id.toHex())) {
            here.push_back(member.id);
        }
    }
    return here;
}

void Questionnaire::choose(const QString &chosen)
{
    if (kind() == Group) {
        if (m_party.removeAll(chosen) == 0) {
            m_party.append(chosen);
        }
        showChoices();
        Q_EMIT answerChanged();
        return;
    }
    if (kind() == Choices) {
        QStringList all = answer().split(separator, Qt::SkipEmptyParts);
        if (all.removeAll(chosen) == 0) {
            all.append(chosen);
        }
        m_answers.insert(code(), all.join(separator));
        showChoices();
        Q_EMIT answerChanged();
        return;
    }
    if (kind() == Choice || kind() == Consent) {
        m_answers.insert(code(), chosen);
        advance();
    }
}

void Questionnaire::setNumber(int number)
{
    const int bounded = std::clamp(number, 0, numberMax());
    if (kind() == Companions) {
        m_companions = bounded;
    } else if (kind() == Number) {
        m_answers.insert(code(), QString::number(bounded));
    }
    Q_EMIT answerChanged();
}

void Questionnaire::setText(const QString &text)
{
    if (kind() == Text && text.left(textMax) != answer()) {
        m_answers.insert(code(), text.left(textMax));
        Q_EMIT answerChanged();
    }
}

void Questionnaire::next()
{
    if (kind() == Number && answer().isEmpty()) {
        setNumber(0);  // What the screen shows is what is answered.
    }
    if (isAnswered() || (current() && !isRequired())) {
        advance();
    }
}

void Questionnaire::skip()
{
    if (current() && !isRequired()) {
        m_answers.remove(code());
        advance();
    }
}

void Questionnaire::back()
{
    if (m_step > 0) {
        --m_step;
        showStep();
    }
}

void Questionnaire::advance()
{
    if (m_step + 1 < stepCount()) {
        ++m_step;
        showStep();
        return;
    }
    Q_EMIT finished();
}

void Questionnaire::showStep()
{
    showChoices();
    Q_EMIT stepChanged();
    Q_EMIT answerChanged();
}

void Questionnaire::showChoices()
{
    std::vector<ChoiceRow> rows;
    if (kind() == Group) {
        for (const GuestView &member : m_group) {
            const QString key = member.id.toHex();
            rows.push_back({key, member.isNameHere ? member.name : member.key, m_party.contains(key)});
        }
    } else if (current() && current()->question) {
        const QStringList chosen = answer().split(separator, Qt::SkipEmptyParts);
        for (const Question::Choice &choice : current()->question->choices) {
            rows.push_back({choice.code, m_settings.say(choice.text), chosen.contains(choice.code)});
        }
    }
    m_choices.set(std::move(rows));
}

}  // namespace muster

#pragma once
#include "app/models/list_model.h"
#include "app/models/rows.h"
#include "app/models/settings.h"
#include "core/venue/act.h"

namespace muster {

/// What a sign-in still wants to know, one question a screen: who of the group is here, how many came along, then the
/// plan's questions in their order. Collects; what an answer means is decided elsewhere.
class Questionnaire : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Lent by a controller")
    Q_PROPERTY(Kind kind READ kind NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString answer READ answer NOTIFY answerChanged FINAL)
    Q_PROPERTY(int number READ number NOTIFY answerChanged FINAL)
    Q_PROPERTY(int numberMax READ numberMax NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool isRequired READ isRequired NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY answerChanged FINAL)
    Q_PROPERTY(int step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY stepChanged FINAL)
    Q_PROPERTY(muster::ListModel *choices READ choices CONSTANT FINAL)

public:
    enum Kind { None, Group, Companions, Choice, Choices, Number, Text, Consent };
    Q_ENUM(Kind)

    static constexpr int numberAnswerMax = 999;
    static constexpr int textMax = 200;

    explicit Questionnaire(const Settings &settings, QObject *parent = nullptr);

    /// Asks what @p answer says is missing. What is left open afterwards: nothing → finished() at once.
    void ask(const Answer &answer);
    void clear();

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString answer() const;
    [[nodiscard]] int number() const;
    [[nodiscard]] int numberMax() const;
    [[nodiscard]] bool isRequired() const;
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] int step() const { return m_step; }
    [[nodiscard]] int stepCount() const { return int(m_steps.size()); }
    [[nodiscard]] ListModel *choices() { return &m_choices; }

    [[nodiscard]] QMap<QString, QString> answers() const { return m_answers; }
    [[nodiscard]] std::vector<GuestId> party() const;
    /// Unset if it was not asked.
    [[nodiscard]] std::optional<int> companions() const { return m_companions; }

    /// A choice was touched: one of Choice and Consent ("yes", "no") goes on at once; Choices and members of the
    /// Group are switched.
    Q_INVOKABLE void choose(const QString &code);
    Q_INVOKABLE void setNumber(int number);
    Q_INVOKABLE void setText(const QString &text);
    /// To the next question, or finished(); nothing happens while a required one is unanswered.
    Q_INVOKABLE void next();
    /// Leaves a question that is not required unanswered.
    Q_INVOKABLE void skip();
    /// To the question before.
    Q_INVOKABLE void back();

Q_SIGNALS:
    void stepChanged();
    void answerChanged();
    void finished();

private:
    struct Step {
        Kind kind = None;
        std::optional<Question> question;
    };

    [[nodiscard]] const Step *current() const;
    [[nodiscard]] QString code() const;
    void showStep();
    void showChoices();
    void advance();

    const Settings &m_settings;
    std::vector<Step> m_steps;
    int m_step = 0;
    std::vector<GuestView> m_group;
    QStringList m_party;  ///< Keys of the members who are here.
    int m_companionsMax = 0;
    std::optional<int> m_companions;
    QMap<QString, QString> m_answers;
    RowModel<ChoiceRow> m_choices;
};

}  // namespace muster

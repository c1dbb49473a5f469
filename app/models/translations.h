#pragma once
#include "app/models/settings.h"

#include <QTranslator>

class QQmlEngine;

namespace muster {

/// The languages of the screens: the sources are English, zh_CN is a translation; switched while they run.
class Translations : public QObject {
    Q_OBJECT

public:
    explicit Translations(const Settings &settings, QObject *parent = nullptr);
    ~Translations() override;

    /// Whether the translation was found in the program.
    [[nodiscard]] bool isLoaded() const { return !m_chinese.isEmpty(); }
    /// Every text of @p engine follows the settings from now on.
    void follow(QQmlEngine &engine);
    /// The text of another language than the one shown: for the line beneath, in the guest's second language.
    Q_INVOKABLE QString inOther(bool isChinese, const QString &context, const QString &source) const;
    /// The text in Chinese or in English, whichever the screen speaks.
    Q_INVOKABLE QString text(bool inChinese, const QString &context, const QString &source) const;

private:
    void apply();

    const Settings &m_settings;
    QTranslator m_chinese;
    QQmlEngine *m_engine = nullptr;
};

}  // namespace muster

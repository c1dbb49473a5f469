#include "app/models/translations.h"

#include <QCoreApplication>
#include <QQmlEngine>

namespace muster {

Translations::Translations(const Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    if (!m_chinese.load(QStringLiteral(":/i18n/muster_zh_CN.qm"))) {
        qWarning("The Chinese texts are missing from this build.");
    }
    connect(&settings, &Settings::languageChanged, this, &Translations::apply);
    apply();
}

Translations::~Translations() { QCoreApplication::removeTranslator(&m_chinese); }

void Translations::follow(QQmlEngine &engine) { m_engine = &engine; }

void Translations::apply()
{
    if (m_settings.isChinese()) {
        QCoreApplication::installTranslator(&m_chinese);
    } else {
        QCoreApplication::removeTranslator(&m_chinese);
    }
    if (m_engine) {
        m_engine->retranslate();
    }
}

QString Translations::inOther(bool isChinese, const QString &context, const QString &source) const
{
    return text(!isChinese, context, source);
}

QString Translations::text(bool inChinese, const QString &context, const QString &source) const
{
    if (!inChinese || source.isEmpty()) {
        return source;
    }
    const QString chinese = m_chinese.translate(context.toUtf8().constData(), source.toUtf8().constData());
    return chinese.isEmpty() ? source : chinese;
}

}  // namespace muster

#pragma once
#include <QObject>
#include <qqmlintegration.h>
#include <QQmlListProperty>

namespace muster {

/// What a screen says for one value of an enum. The words stand in QML, where translators find them.
class Phrase : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int value MEMBER value NOTIFY changed REQUIRED FINAL)
    Q_PROPERTY(QString title MEMBER title NOTIFY changed FINAL)
    Q_PROPERTY(QString advice MEMBER advice NOTIFY changed FINAL)
    Q_PROPERTY(QString icon MEMBER icon NOTIFY changed FINAL)

public:
    using QObject::QObject;
    int value = -1;
    QString title;   ///< What it is.
    QString advice;  ///< What to do.
    QString icon;

Q_SIGNALS:
    void changed();
};

/// Chooses the phrase for `value`; the first one stands in for a value without its own.
class Phrasebook : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_CLASSINFO("DefaultProperty", "phrases")
    Q_PROPERTY(int value READ value WRITE setValue NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)
    Q_PROPERTY(QString icon READ icon NOTIFY changed FINAL)
    Q_PROPERTY(QQmlListProperty<muster::Phrase> phrases READ phrases CONSTANT FINAL)

public:
    using QObject::QObject;
    [[nodiscard]] int value() const { return m_value; }
    [[nodiscard]] QString title() const { return current() ? current()->title : QString(); }
    [[nodiscard]] QString advice() const { return current() ? current()->advice : QString(); }
    [[nodiscard]] QString icon() const { return current() ? current()->icon : QString(); }
    [[nodiscard]] QQmlListProperty<Phrase> phrases();
    void setValue(int value);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const Phrase *current() const;
    void add(Phrase *phrase);

    int m_value = -1;
    QList<Phrase *> m_phrases;
};

}  // namespace muster

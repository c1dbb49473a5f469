#pragma once
#include <QColor>
#include <QObject>
#include <qqmlintegration.h>

namespace muster {

/// The colours of one scheme, filled in by the theme. "Ink" is written, "ground" is written upon; each ink reads at
/// 4.5:1 on what it is for. Here, and final, because only then do the bindings to them compile ahead of time.
class ColorScheme : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor surface MEMBER surface NOTIFY changed FINAL)
    Q_PROPERTY(QColor raised MEMBER raised NOTIFY changed FINAL)
    Q_PROPERTY(QColor sunken MEMBER sunken NOTIFY changed FINAL)
    Q_PROPERTY(QColor line MEMBER line NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink MEMBER ink NOTIFY changed FINAL)
    Q_PROPERTY(QColor inkSoft MEMBER inkSoft NOTIFY changed FINAL)
    Q_PROPERTY(QColor greenGround MEMBER greenGround NOTIFY changed FINAL)
    Q_PROPERTY(QColor amberGround MEMBER amberGround NOTIFY changed FINAL)
    Q_PROPERTY(QColor redGround MEMBER redGround NOTIFY changed FINAL)
    Q_PROPERTY(QColor blueGround MEMBER blueGround NOTIFY changed FINAL)
    Q_PROPERTY(QColor violetGround MEMBER violetGround NOTIFY changed FINAL)
    Q_PROPERTY(QColor greenInk MEMBER greenInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor amberInk MEMBER amberInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor redInk MEMBER redInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor blueInk MEMBER blueInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor violetInk MEMBER violetInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor paper MEMBER paper NOTIFY changed FINAL)
    Q_PROPERTY(QColor soot MEMBER soot NOTIFY changed FINAL)

public:
    using QObject::QObject;
    QColor surface;  ///< The screen.
    QColor raised;   ///< Cards and fields.
    QColor sunken;   ///< Wells: tracks of bars, keys, quiet buttons.
    QColor line;
    QColor ink;
    QColor inkSoft;
    QColor greenGround;
    QColor amberGround;
    QColor redGround;
    QColor blueGround;
    QColor violetGround;
    QColor greenInk;
    QColor amberInk;
    QColor redInk;
    QColor blueInk;
    QColor violetInk;
    QColor paper;  ///< Written on the dark grounds.
    QColor soot;   ///< Written on amber.

Q_SIGNALS:
    void changed();
};

/// The colours of one meaning; see Tone.qml.
class ColorTone : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int meaning MEMBER meaning NOTIFY meaningChanged REQUIRED FINAL)
    Q_PROPERTY(QColor ground MEMBER ground NOTIFY changed FINAL)
    Q_PROPERTY(QColor groundInk MEMBER groundInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink MEMBER ink NOTIFY changed FINAL)

public:
    using QObject::QObject;
    int meaning = 0;
    QColor ground;
    QColor groundInk;
    QColor ink;

Q_SIGNALS:
    void meaningChanged();
    void changed();
};

}  // namespace muster

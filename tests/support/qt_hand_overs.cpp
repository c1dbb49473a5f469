// Only in builds with the thread sanitizer. Qt itself is not instrumented, and its locks are futexes: the sanitizer
// cannot see that what one thread posts is complete before another receives it, and would report every hand-over as a
// race. So the hand-overs are told to it: a sender releases what it wrote so far, whoever receives an event acquires
// it. Everything else that threads share is judged as it is.
#include "tests/support/qt_hand_overs.h"

#include <QObject>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

/// Signals go to receivers that only Qt knows.
char anySignal;
/// Who waits for a slot goes on when it is destroyed.
char anyWaiting;

using Invoke = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
using Activate = void (*)(QObject *, const QMetaObject *, int, void **);

constexpr auto invokeName =
    "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv";
constexpr auto activateName = "_ZN11QMetaObject8activateEP7QObjectPKS_iPPv";

template<class Function>
Function qtFunction(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// Calls another slot. Both threads let go of it, and either may be the last.
class Watched final : public QtPrivate::QSlotObjectBase {
public:
    explicit Watched(QtPrivate::QSlotObjectBase *slot) : QSlotObjectBase(&impl), m_slot(slot) {}

private:
    static void impl(int which, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *)
    {
        auto *self = static_cast<Watched *>(base);
        __tsan_acquire(self);
        if (which == Call) {
            self->m_slot->call(receiver, arguments);
            __tsan_release(&anyWaiting);
            __tsan_release(self);
        } else if (which == Destroy) {
            self->m_slot->destroyIfLastRef();
            __tsan_release(&anyWaiting);
            delete self;
        }
    }

    QtPrivate::QSlotObjectBase *m_slot;
};

bool acquireEvent(void **)
{
    __tsan_acquire(&anySignal);
    return false;
}

}  // namespace

// In the place of Qt's, for all that is linked into this program.
extern "C" bool
invokeMethodWatched(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result) asm(
    "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
extern "C" bool invokeMethodWatched(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                    void *result)
{
    static const auto original = qtFunction<Invoke>(invokeName);
    auto *watched = new Watched(slot);
    __tsan_release(watched);
    const bool isDone = original(object, watched, type, result);
    if (type == Qt::BlockingQueuedConnection) {
        __tsan_acquire(&anyWaiting);
    }
    return isDone;
}

extern "C" void activateWatched(QObject *sender, const QMetaObject *meta, int signal,
                                void **arguments) asm("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
extern "C" void activateWatched(QObject *sender, const QMetaObject *meta, int signal, void **arguments)
{
    static const auto original = qtFunction<Activate>(activateName);
    __tsan_release(&anySignal);
    original(sender, meta, signal, arguments);
    __tsan_release(&anySignal);
}

namespace muster::test {

void watchQtHandOvers() { QInternal::registerCallback(QInternal::EventNotifyCallback, &acquireEvent); }

}  // namespace muster::test

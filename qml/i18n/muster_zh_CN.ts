<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActLine</name>
    <message>
        <source>%1?</source>
        <extracomment>Dialog before an act that cannot be taken back. %1 is the act.</extracomment>
        <translation>%1？</translation>
    </message>
    <message>
        <source>%1 This cannot be taken back.</source>
        <extracomment>In the dialog before an act that cannot be taken back. %1 is what the act means.</extracomment>
        <translation>%1此操作无法撤回。</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>age unknown</source>
        <extracomment>Beside a figure: not every device has been heard, so nobody knows how old it is.</extracomment>
        <translation>时间不详</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <extracomment>Age of a figure in seconds, very short.</extracomment>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <extracomment>Age of a figure in minutes, very short.</extracomment>
        <translation>%1 分钟前</translation>
    </message>
</context>
<context>
    <name>AlertLine</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>nobody has answered</source>
        <extracomment>Mark on an alert that nobody has answered for a minute.</extracomment>
        <translation>无人响应</translation>
    </message>
    <message>
        <source>Judge</source>
        <extracomment>Button on an alert about a conflict: opens the page where it is judged.</extracomment>
        <translation>判定</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>Button on an alert: somebody takes care of it.</extracomment>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>now in %1</source>
        <extracomment>Where a guest is now. %1 is a zone&apos;s letter.</extracomment>
        <translation>现在 %1 区</translation>
    </message>
    <message>
        <source>for you</source>
        <extracomment>Mark on an alert for the very person who works at this tablet.</extracomment>
        <translation>由您接待</translation>
    </message>
    <message>
        <source>Declare lost…</source>
        <extracomment>Button on an alert about a device that keeps places: asks why, then frees them.</extracomment>
        <translation>声明遗失…</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button on a guest who was sent to the problem desk: they were helped.</extracomment>
        <translation>已办好</translation>
    </message>
    <message>
        <source>called: %1</source>
        <extracomment>On an alert: who of the staff on duty is called. %1 are names.</extracomment>
        <translation>呼叫：%1</translation>
    </message>
</context>
<context>
    <name>AlertStrip</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>另 %1 条</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已知悉</translation>
    </message>
</context>
<context>
    <name>AssigneeLine</name>
    <message>
        <source>on two incidents</source>
        <extracomment>Mark on somebody who is on two incidents at once.</extracomment>
        <translation>同时在两起事件</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>How far somebody is who was sent to an incident.</extracomment>
        <translation>已派出</translation>
    </message>
    <message>
        <source>on the way</source>
        <extracomment>How far somebody is who was sent to an incident.</extracomment>
        <translation>在路上</translation>
    </message>
    <message>
        <source>there</source>
        <extracomment>How far somebody is who was sent to an incident.</extracomment>
        <translation>已到场</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>How far somebody is who was sent to an incident.</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>released</source>
        <extracomment>How far somebody is who was sent to an incident: not any more.</extracomment>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>There</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>BarChart</name>
    <message>
        <source>Arrivals per minute</source>
        <extracomment>Spoken name of the chart of arrivals per minute.</extracomment>
        <translation>每分钟到场</translation>
    </message>
    <message>
        <source>peak %1</source>
        <extracomment>In the corner of the chart: the tallest bar. %1 is a number.</extracomment>
        <translation>峰值 %1</translation>
    </message>
</context>
<context>
    <name>BoardCalls</name>
    <message>
        <source>Now calling</source>
        <extracomment>Heading of a board in a waiting hall.</extracomment>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>Please take a seat.
Your number will show here.</source>
        <extracomment>Board in a waiting hall: no number is called at this moment.</extracomment>
        <translation>请就座等候
叫到的号码会显示在这里</translation>
    </message>
</context>
<context>
    <name>BoardDeck</name>
    <message>
        <source>Coming up</source>
        <extracomment>Heading of a board: these numbers are called next.</extracomment>
        <translation>即将叫号</translation>
    </message>
</context>
<context>
    <name>BoardFooter</name>
    <message>
        <source>Last called</source>
        <extracomment>Before the number of each series that was called last.</extracomment>
        <translation>最近叫到</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Figures from %1 – please listen to our staff</source>
        <extracomment>Veil over a board that is cut off. %1 is a time like 14:01.</extracomment>
        <translation>信息截至 %1，请听从工作人员叫号</translation>
    </message>
    <message>
        <source>No figures yet – please listen to our staff</source>
        <extracomment>Veil over a board that never heard of the day.</extracomment>
        <translation>暂无信息，请听从工作人员叫号</translation>
    </message>
</context>
<context>
    <name>CameraFrame</name>
    <message>
        <source>Camera picture</source>
        <extracomment>Spoken name of the camera&apos;s picture.</extracomment>
        <translation>摄像头画面</translation>
    </message>
</context>
<context>
    <name>CameraPointer</name>
    <message>
        <source>Camera</source>
        <extracomment>Beside an arrow that points to the camera of the kiosk.</extracomment>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>CandidateLine</name>
    <message>
        <source>%1 asks to come in · %2</source>
        <extracomment>A device asks to be let in. %1 is its name, %2 where it will stand.</extracomment>
        <translation>%1 申请接入 · %2</translation>
    </message>
    <message>
        <source>Approve only if it shows the same code.</source>
        <extracomment>What the coordinator does before approving.</extracomment>
        <translation>对方屏幕上的校验码一致才能批准。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <extracomment>Does not let the device in.</extracomment>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Approve</source>
        <extracomment>Lets the device in.</extracomment>
        <translation>批准</translation>
    </message>
    <message>
        <source>Check that both screens show the same six digits</source>
        <translation>请核对两台设备上的六位数字一致</translation>
    </message>
    <message>
        <source>Same on both</source>
        <extracomment>Box to tick: the new device shows the same six digits as this screen. Needed before approving.</extracomment>
        <translation>一致</translation>
    </message>
</context>
<context>
    <name>ConflictLine</name>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>judged by %1</source>
        <extracomment>A conflict that was judged. %1 is who judged it.</extracomment>
        <translation>%1 已判定</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Signed in more than once</source>
        <extracomment>Heading above the sign-ins that exclude each other.</extracomment>
        <translation>重复签到</translation>
    </message>
    <message>
        <source>Nothing to judge.</source>
        <extracomment>No conflict is selected.</extracomment>
        <translation>没有需要判定的。</translation>
    </message>
    <message>
        <source>What shall hold?</source>
        <extracomment>Above the four buttons that judge a conflict.</extracomment>
        <translation>以哪个为准？</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <extracomment>Judgement of a conflict: the first sign-in holds, later ones are annulled.</extracomment>
        <translation>保留最先</translation>
    </message>
    <message>
        <source>Keep the last</source>
        <extracomment>Judgement of a conflict: the last sign-in holds, earlier ones are annulled.</extracomment>
        <translation>保留最后</translation>
    </message>
    <message>
        <source>Keep all: different people</source>
        <extracomment>Judgement of a conflict: they are different people; all sign-ins hold.</extracomment>
        <translation>全部保留：不是同一人</translation>
    </message>
    <message>
        <source>Annul all</source>
        <extracomment>Judgement of a conflict: no sign-in holds.</extracomment>
        <translation>全部撤销</translation>
    </message>
    <message>
        <source>The judgement goes to every device, with your reason. A sign-in that arrives later opens it again.</source>
        <extracomment>Explains the dialog that judges a conflict.</extracomment>
        <translation>判定和理由会同步到每台设备。之后再收到相关签到会重新打开。</translation>
    </message>
    <message>
        <source>Judge</source>
        <extracomment>Button that records the judgement.</extracomment>
        <translation>判定</translation>
    </message>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>Judge again</source>
        <extracomment>Above the four buttons, for a conflict that was judged before.</extracomment>
        <translation>重新判定</translation>
    </message>
</context>
<context>
    <name>ConsentButtons</name>
    <message>
        <source>I agree</source>
        <extracomment>Answer to a question of consent.</extracomment>
        <translation>同意</translation>
    </message>
    <message>
        <source>I do not agree</source>
        <extracomment>Answer to a question of consent.</extracomment>
        <translation>不同意</translation>
    </message>
</context>
<context>
    <name>CoordinatorActs</name>
    <message>
        <source>Sessions</source>
        <extracomment>Heading of the list of sessions of the event.</extracomment>
        <translation>场次</translation>
    </message>
    <message>
        <source>The plan has no sessions.</source>
        <extracomment>The plan has no sessions, or has not arrived here yet.</extracomment>
        <translation>方案中没有场次。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚无数据。</translation>
    </message>
    <message>
        <source>Once only</source>
        <extracomment>Heading above acts that cannot be taken back.</extracomment>
        <translation>不可撤回的操作</translation>
    </message>
    <message>
        <source>Empty the hall</source>
        <extracomment>Act of the coordinator: everybody who is still inside counts as gone.</extracomment>
        <translation>清场</translation>
    </message>
    <message>
        <source>Everybody who is still inside counts as gone: at the end of the day, or after a fire drill.</source>
        <extracomment>What emptying the hall means.</extracomment>
        <translation>仍在场的人员一律计为已离场：用于活动结束或消防演练之后。</translation>
    </message>
    <message>
        <source>End the rehearsal</source>
        <extracomment>Act of the coordinator: forgets the sign-ins of the rehearsal.</extracomment>
        <translation>结束彩排</translation>
    </message>
    <message>
        <source>No sign-in, post, incident or cue until now counts any more, on any device; the log keeps them. Queue numbers, prizes, units and draws stay given: rehearse those on a copy.</source>
        <extracomment>What ending the rehearsal means.</extracomment>
        <translation>此前的签到、岗位、事件、流程在所有设备上都不再计入；记录仍在。排队号、奖品、房源、抽奖已给出的仍然有效：请用副本演练这些。</translation>
    </message>
</context>
<context>
    <name>CoordinatorAlerts</name>
    <message>
        <source>Alerts</source>
        <extracomment>Heading of the list of alerts.</extracomment>
        <translation>告警</translation>
    </message>
    <message>
        <source>All calm.</source>
        <extracomment>No alert is open.</extracomment>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <extracomment>Nothing is known of the day yet.</extracomment>
        <translation>尚无数据。</translation>
    </message>
    <message>
        <source>None that is known.</source>
        <extracomment>No alert is open, but the figures are old, so there may be some.</extracomment>
        <translation>目前没有已知告警。</translation>
    </message>
    <message>
        <source>Declare it lost?</source>
        <extracomment>Dialog: a device is off for good, and its zones were counted anew.</extracomment>
        <translation>声明该设备遗失？</translation>
    </message>
    <message>
        <source>Declare lost</source>
        <extracomment>Button that frees the places which a lost device held.</extracomment>
        <translation>声明遗失</translation>
    </message>
    <message>
        <source>In hand:</source>
        <extracomment>Below the open alerts: those that somebody sees to, one a line.</extracomment>
        <translation>已有人处理：</translation>
    </message>
</context>
<context>
    <name>CoordinatorBar</name>
    <message>
        <source>Not all devices heard</source>
        <extracomment>On the wall: a device was never heard, so the figures are not complete.</extracomment>
        <translation>有设备尚未上报</translation>
    </message>
    <message>
        <source>Figures %1 s old</source>
        <extracomment>On the wall: the figures are old. %1 is a number of seconds.</extracomment>
        <translation>数据为 %1 秒前</translation>
    </message>
    <message>
        <source>Cut off</source>
        <extracomment>On the wall: this screen itself has no link.</extracomment>
        <translation>离线</translation>
    </message>
    <message>
        <source>Overview</source>
        <extracomment>Page of the coordinator&apos;s wall.</extracomment>
        <translation>总览</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <extracomment>Page of the coordinator&apos;s wall: sign-ins that exclude each other.</extracomment>
        <translation>重复待判</translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>Page of the coordinator&apos;s wall.</extracomment>
        <translation>设备</translation>
    </message>
    <message>
        <source>Let in a device</source>
        <extracomment>Page of the coordinator&apos;s wall: the QR code for new devices.</extracomment>
        <translation>设备接入</translation>
    </message>
    <message>
        <source>Muster</source>
        <extracomment>Page of the coordinator&apos;s wall: everybody inside, for a roll call.</extracomment>
        <translation>点名</translation>
    </message>
    <message>
        <source>Acts</source>
        <extracomment>Page of the coordinator&apos;s wall: sessions, end of the rehearsal, emptying the hall, permissions left open.</extracomment>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>CoordinatorConflicts</name>
    <message>
        <source>Conflicts</source>
        <translation>重复待判</translation>
    </message>
    <message>
        <source>%1 open</source>
        <extracomment>Beside the heading: how many are open.</extracomment>
        <translation>%1 个待判</translation>
    </message>
    <message>
        <source>No two devices disagree.</source>
        <extracomment>The list of conflicts is empty; or nothing is known yet.</extracomment>
        <translation>没有重复签到。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚无数据。</translation>
    </message>
</context>
<context>
    <name>CoordinatorDeviceLine</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1 well</source>
        <extracomment>Devices that are linked and well. %1 is a number.</extracomment>
        <translation>%1 台正常</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <extracomment>Devices that are not heard. %1 is a number.</extracomment>
        <translation>%1 台失联</translation>
    </message>
    <message>
        <source>%1 clock wrong</source>
        <extracomment>Devices whose clock is wrong. %1 is a number.</extracomment>
        <translation>%1 台时钟不准</translation>
    </message>
</context>
<context>
    <name>CoordinatorDevices</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1 well</source>
        <extracomment>Beside the heading: devices well, and silent ones.</extracomment>
        <translation>%1 台正常</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>%1 台失联</translation>
    </message>
    <message>
        <source>Shut out %1?</source>
        <extracomment>Dialog: a device was lost or stolen. %1 is its name.</extracomment>
        <translation>停用 %1？</translation>
    </message>
    <message>
        <source>Let in a device</source>
        <translation>设备接入</translation>
    </message>
    <message>
        <source>It can read and write nothing more, on any network. What it did before stays. It must be let in anew.</source>
        <extracomment>What shutting a device out means.</extracomment>
        <translation>停用后，该设备在任何网络都不能再读写；之前的记录保留；再次使用须重新接入。</translation>
    </message>
    <message>
        <source>Shut out</source>
        <extracomment>Button that shuts a device out for good.</extracomment>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>CoordinatorFigures</name>
    <message>
        <source>of %1</source>
        <extracomment>After the headcount: &quot;of&quot; how many the hall may hold. %1 is that number.</extracomment>
        <translation>/ 核定 %1</translation>
    </message>
    <message>
        <source>In now</source>
        <extracomment>The people inside at this moment.</extracomment>
        <translation>在场人数</translation>
    </message>
    <message>
        <source>Arrivals per minute, last hour</source>
        <extracomment>Heading of the chart of the last hour.</extracomment>
        <translation>近一小时每分钟到场</translation>
    </message>
    <message>
        <source>%1 in 5 min</source>
        <extracomment>Beside the chart: how many arrived in the last five minutes.</extracomment>
        <translation>近 5 分钟 %1</translation>
    </message>
    <message>
        <source>Signed in</source>
        <extracomment>Guests who have signed in, of all expected.</extracomment>
        <translation>已签到</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <extracomment>Guests who were on no list.</extracomment>
        <translation>自然到访</translation>
    </message>
    <message>
        <source>VIP</source>
        <extracomment>VIP guests here, of all expected.</extracomment>
        <translation>贵宾</translation>
    </message>
    <message>
        <source>Media</source>
        <extracomment>Journalists here, of all expected.</extracomment>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <extracomment>Conflicts that nobody has judged yet.</extracomment>
        <translation>重复待判</translation>
    </message>
</context>
<context>
    <name>CoordinatorGrants</name>
    <message>
        <source>Recorded, not shown: done or void?</source>
        <extracomment>Heading of the list of sign-ins of which nobody knows whether the guest was told.</extracomment>
        <translation>已记录、未显示：已放行还是作废？</translation>
    </message>
    <message>
        <source>Void this sign-in?</source>
        <extracomment>Dialog: a sign-in was recorded, but the guest was never told and did not pass.</extracomment>
        <translation>作废这次签到？</translation>
    </message>
    <message>
        <source>The guest did not pass there, and may come in elsewhere.</source>
        <extracomment>What voiding a sign-in that was never shown means.</extracomment>
        <translation>来宾未在该处通过，可在别处入场。</translation>
    </message>
    <message>
        <source>Void</source>
        <extracomment>Button that voids a sign-in which was never shown.</extracomment>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>CoordinatorHall</name>
    <message>
        <source>The whole hall runs …</source>
        <extracomment>Heading above the four ways in which the hall or a zone may run.</extracomment>
        <translation>全场运行方式</translation>
    </message>
    <message>
        <source>Zone %1 runs …</source>
        <translation>%1 区运行方式</translation>
    </message>
    <message>
        <source>Why? Write first, then hold a button</source>
        <extracomment>Placeholder of the field for why the hall runs otherwise.</extracomment>
        <translation>原因（先写，再按住按钮）</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>限流</translation>
    </message>
    <message>
        <source>nobody in</source>
        <translation>暂停进入</translation>
    </message>
    <message>
        <source>evacuate</source>
        <translation>疏散</translation>
    </message>
</context>
<context>
    <name>CoordinatorIncidents</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 件未结</translation>
    </message>
    <message>
        <source>Nothing has gone wrong.</source>
        <extracomment>In place of the list of incidents: there were none.</extracomment>
        <translation>没有事件。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Log an incident</source>
        <translation>上报事件</translation>
    </message>
    <message>
        <source>Touch an incident to see what is known of it.</source>
        <extracomment>No incident is selected.</extracomment>
        <translation>点一条事件查看详情。</translation>
    </message>
</context>
<context>
    <name>CoordinatorLatest</name>
    <message>
        <source>Latest sign-ins</source>
        <extracomment>Heading of the list of the newest sign-ins.</extracomment>
        <translation>最近签到</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚无数据。</translation>
    </message>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>annulled by %1: %2</source>
        <extracomment>Under a sign-in: it was taken back. %1 is who did it, %2 why.</extracomment>
        <translation>%1 撤销：%2</translation>
    </message>
    <message>
        <source>let in anyway · %1</source>
        <extracomment>Under a sign-in: staff let the guest in against a rule. %1 is who and why.</extracomment>
        <translation>破例放行 · %1</translation>
    </message>
</context>
<context>
    <name>CoordinatorLetIn</name>
    <message>
        <source>QR code for new devices</source>
        <extracomment>Spoken name of the QR code for new devices.</extracomment>
        <translation>新设备接入二维码</translation>
    </message>
    <message>
        <source>Scan this with the new device</source>
        <extracomment>Heading beside the QR code.</extracomment>
        <translation>请用新设备扫描此码</translation>
    </message>
    <message>
        <source>Let in a device</source>
        <extracomment>Heading while no QR code is shown.</extracomment>
        <translation>设备接入</translation>
    </message>
    <message>
        <source>It holds for ten minutes and lets in nobody by itself: you compare a code and approve.</source>
        <extracomment>Beside the QR code.</extracomment>
        <translation>十分钟内有效。扫码不会自动接入：核对校验码一致后由您批准。</translation>
    </message>
    <message>
        <source>Nobody can join while this is closed.</source>
        <extracomment>While no QR code is shown.</extracomment>
        <translation>关闭期间任何设备都无法接入。</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Ends the time in which new devices may ask.</extracomment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show the code</source>
        <extracomment>Begins the time in which new devices may ask.</extracomment>
        <translation>显示接入码</translation>
    </message>
    <message>
        <source>No camera? Type this address there:</source>
        <extracomment>Above the address of this device, for a new device without a camera.</extracomment>
        <translation>没有摄像头？请在新设备上输入此地址：</translation>
    </message>
</context>
<context>
    <name>CoordinatorMaterials</name>
    <message>
        <source>Materials</source>
        <translation>物料</translation>
    </message>
    <message>
        <source>on site of planned</source>
        <extracomment>Beside the heading of the materials: what the two numbers of a line are.</extracomment>
        <translation>到场 / 计划</translation>
    </message>
    <message>
        <source>The plan has no materials.</source>
        <extracomment>In place of the list of materials.</extracomment>
        <translation>方案中没有物料。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
</context>
<context>
    <name>CoordinatorNotice</name>
    <message>
        <source>Not done: %1</source>
        <extracomment>The coordinator&apos;s act was refused. %1 says why.</extracomment>
        <translation>未能完成：%1</translation>
    </message>
    <message>
        <source>That was not done.</source>
        <extracomment>The coordinator&apos;s act was refused, and no reason is known.</extracomment>
        <translation>操作未能完成。</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>Closes a notice.</extracomment>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>CoordinatorPaper</name>
    <message>
        <source>It is at the printer. The same lies in %1</source>
        <extracomment>The state of the day was printed. %1 is a file.</extracomment>
        <translation>已交给打印机。同一份文件在 %1</translation>
    </message>
    <message>
        <source>No printer is set up here. Take it on a stick to one that prints: %1</source>
        <extracomment>No printer is set up on this computer. %1 is a file.</extracomment>
        <translation>这台电脑没有设打印机。用 U 盘拷走，到别处打印：%1</translation>
    </message>
    <message>
        <source>The printer did not take it (%2). Look at the printer, then press again, or take the file to another: %1</source>
        <extracomment>The printer failed. %1 is a file, %2 what the printer says.</extracomment>
        <translation>打印机没有接收（%2）。看一下打印机，再按一次；或把文件拿到别处打印：%1</translation>
    </message>
    <message>
        <source>There is no new paper: the disk did not take it. Free some space, then press again. (%1)</source>
        <extracomment>The state of the day could not be written. %1 is what the system says.</extracomment>
        <translation>没有新的纸面：磁盘没有写入。腾出空间后再按一次。（%1）</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>CoordinatorPosts</name>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>%1 at work · %2 on break · %3 stand by</source>
        <extracomment>Beside the heading of the posts: staff in four numbers.</extracomment>
        <translation>在岗 %1 · 休息 %2 · 机动 %3</translation>
    </message>
    <message>
        <source>The plan has no posts.</source>
        <extracomment>In place of the list of posts.</extracomment>
        <translation>方案中没有岗位。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
    <message>
        <source>Touch a post to see who stands there.</source>
        <extracomment>No post is selected.</extracomment>
        <translation>点一个岗位查看在岗人员。</translation>
    </message>
</context>
<context>
    <name>CoordinatorPrint</name>
    <message>
        <source>Printing …</source>
        <extracomment>Button of the coordinator: the state of the day is being printed.</extracomment>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <extracomment>Button of the coordinator: prints the state of the day. The key does the same.</extracomment>
        <translation>打印（Ctrl+P）</translation>
    </message>
</context>
<context>
    <name>CoordinatorRoll</name>
    <message>
        <source>Muster list</source>
        <extracomment>Heading of the list of everybody who is inside, for a roll call.</extracomment>
        <translation>点名册</translation>
    </message>
    <message>
        <source>as of %1</source>
        <extracomment>Beside the heading of the muster list: when it was read. %1 is a time.</extracomment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>as of %1, not all devices heard: there may be more</source>
        <extracomment>Beside the heading of the muster list: a device was not heard, so people may be missing from it.</extracomment>
        <translation>截至 %1，部分设备未联系上：可能还有人</translation>
    </message>
    <message>
        <source>%1 people</source>
        <extracomment>How many people are on the muster list, companions included. %1 is a number.</extracomment>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>All zones</source>
        <extracomment>Shows the people of every zone.</extracomment>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>Nobody is inside.</source>
        <extracomment>The muster list is empty.</extracomment>
        <translation>场内无人。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚无数据。</translation>
    </message>
</context>
<context>
    <name>CoordinatorSay</name>
    <message>
        <source>Say to all</source>
        <extracomment>Heading of the page on which the commander says something to everybody.</extracomment>
        <translation>通知全体</translation>
    </message>
    <message>
        <source>What all should know</source>
        <extracomment>Placeholder of the field for what is said to everybody.</extracomment>
        <translation>要告诉大家的话</translation>
    </message>
    <message>
        <source>Say</source>
        <extracomment>Button: sends a message to everybody.</extracomment>
        <translation>发送</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <extracomment>In place of what was said to everybody.</extracomment>
        <translation>还没有发过通知。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
</context>
<context>
    <name>CoordinatorShow</name>
    <message>
        <source>Run of show</source>
        <translation>流程环节</translation>
    </message>
    <message>
        <source>planned / expected or begun</source>
        <extracomment>Beside the heading of the run of show: what the two times of a line are.</extracomment>
        <translation>计划 / 预计或实际</translation>
    </message>
    <message>
        <source>The plan has no run of show.</source>
        <extracomment>In place of the run of show.</extracomment>
        <translation>方案中没有环节。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
</context>
<context>
    <name>CoordinatorStrip</name>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Incidents · %1 urgent</source>
        <extracomment>Page and figure of the coordinator&apos;s wall: how many incidents are open. %1 of them are urgent.</extracomment>
        <translation>事件 · %1 件紧急</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>%1 open</source>
        <extracomment>How many incidents are open.</extracomment>
        <translation>%1 件未结</translation>
    </message>
    <message>
        <source>Doors are late</source>
        <extracomment>Page and figure of the coordinator&apos;s wall: doors should have opened. The figure is how long ago.</extracomment>
        <translation>开门已延误</translation>
    </message>
    <message>
        <source>Doors open in</source>
        <extracomment>Page and figure of the coordinator&apos;s wall. The figure is a countdown.</extracomment>
        <translation>距开门</translation>
    </message>
    <message>
        <source>Next · %1</source>
        <extracomment>Page and figure of the coordinator&apos;s wall: what comes next in the run of show, and when.</extracomment>
        <translation>下一环节 · %1</translation>
    </message>
    <message>
        <source>Run of show</source>
        <extracomment>Page of the coordinator&apos;s wall.</extracomment>
        <translation>流程环节</translation>
    </message>
    <message>
        <source>over</source>
        <extracomment>Nothing more is to come in the run of show.</extracomment>
        <translation>已全部结束</translation>
    </message>
    <message>
        <source>Tasks · %1 late</source>
        <extracomment>Page and figure of the coordinator&apos;s wall.</extracomment>
        <translation>任务 · %1 项逾期</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Materials</source>
        <extracomment>Page and figure of the coordinator&apos;s wall: things that are counted out and back.</extracomment>
        <translation>物料</translation>
    </message>
    <message>
        <source>%1 short</source>
        <extracomment>So many kinds of things are fewer than needed.</extracomment>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>%1 out</source>
        <extracomment>So many kinds of things are not back yet.</extracomment>
        <translation>未还 %1</translation>
    </message>
    <message>
        <source>all there</source>
        <extracomment>No thing is short, all are back.</extracomment>
        <translation>齐全</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>全场</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>slow</source>
        <extracomment>How the hall runs.</extracomment>
        <translation>限流</translation>
    </message>
    <message>
        <source>nobody in</source>
        <extracomment>How the hall runs.</extracomment>
        <translation>暂停进入</translation>
    </message>
    <message>
        <source>evacuate</source>
        <extracomment>How the hall runs.</extracomment>
        <translation>疏散</translation>
    </message>
    <message>
        <source>Posts · reliefs due: %1</source>
        <extracomment>Page and figure of the coordinator&apos;s wall: posts and staff.</extracomment>
        <translation>岗位 · %1 人待替岗</translation>
    </message>
    <message>
        <source>%1 to do</source>
        <extracomment>How many tasks are open.</extracomment>
        <translation>%1 项未完成</translation>
    </message>
    <message>
        <source>Hall · zones otherwise: %1</source>
        <extracomment>Page and figure of the coordinator&apos;s wall: how the hall runs, and what is said to all.</extracomment>
        <translation>全场 · %1 个区域另有状态</translation>
    </message>
</context>
<context>
    <name>CoordinatorTasks</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>逾期 %1 项</translation>
    </message>
    <message>
        <source>Nothing is to be seen to.</source>
        <extracomment>In place of the list of tasks.</extracomment>
        <translation>没有任务。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
    <message>
        <source>%1 to do</source>
        <translation>%1 项未完成</translation>
    </message>
    <message>
        <source>It is left out – why?</source>
        <extracomment>Dialog: a task is not done at all.</extracomment>
        <translation>取消这项任务——为什么？</translation>
    </message>
    <message>
        <source>Leave out</source>
        <extracomment>Button: a task is not done at all.</extracomment>
        <translation>取消环节</translation>
    </message>
</context>
<context>
    <name>CoordinatorTurn</name>
    <message>
        <source>Another device is the hub, and it cannot be reached. If its machine is gone: muster promote.</source>
        <extracomment>At a second coordinator; the hub is the device that decides between rivals.</extracomment>
        <translation>主控是另一台设备，目前联系不上。若其机器已无法使用，请执行 muster promote。</translation>
    </message>
    <message>
        <source>Another device is the hub. This one stands beside it.</source>
        <extracomment>At a second coordinator, or at one that was the hub before.</extracomment>
        <translation>主控是另一台设备，本机作为备用。</translation>
    </message>
</context>
<context>
    <name>CoordinatorZones</name>
    <message>
        <source>Zones</source>
        <extracomment>Heading of the list of zones with their headcounts.</extracomment>
        <translation>区域</translation>
    </message>
    <message>
        <source>inside / capacity</source>
        <extracomment>Beside the heading of the zones: what the two numbers are.</extracomment>
        <translation>在场 / 核定</translation>
    </message>
    <message>
        <source>The plan has no zones.</source>
        <extracomment>The plan has no zones, or has not arrived here yet.</extracomment>
        <translation>方案中没有区域。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚无数据。</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>时间不详</translation>
    </message>
    <message>
        <source>inside %1 s ago / capacity</source>
        <extracomment>Beside the heading of the zones: how old the numbers are.</extracomment>
        <translation>%1 秒前在场 / 核定</translation>
    </message>
</context>
<context>
    <name>CounterButtons</name>
    <message>
        <source>Next</source>
        <extracomment>The big button of a counter: calls the next number.</extracomment>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The big button of a counter that is closed.</extracomment>
        <translation>开台</translation>
    </message>
    <message>
        <source>Arrived</source>
        <extracomment>Button: the guest who was called is here, service begins.</extracomment>
        <translation>已到</translation>
    </message>
    <message>
        <source>Recall</source>
        <extracomment>Button: calls the number once more.</extracomment>
        <translation>重呼</translation>
    </message>
    <message>
        <source>No-show</source>
        <extracomment>Button: the guest who was called did not come.</extracomment>
        <translation>过号</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>Button: service is over, the guest goes on to the next stage.</extracomment>
        <translation>办结</translation>
    </message>
    <message>
        <source>Resume</source>
        <extracomment>Button: service goes on.</extracomment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Hold</source>
        <extracomment>Button: service is interrupted, the number stays with this counter.</extracomment>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Transfer</source>
        <extracomment>Button: sends the number to another service.</extracomment>
        <translation>转接</translation>
    </message>
    <message>
        <source>Papers first</source>
        <extracomment>On the pale button &quot;Arrived&quot;: the papers above it must be ticked before.</extracomment>
        <translation>先核对证件</translation>
    </message>
</context>
<context>
    <name>CounterCalm</name>
    <message>
        <source>No numbers are called here</source>
        <extracomment>At a counter that the event&apos;s plan does not know.</extracomment>
        <translation>本设备不叫号</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <extracomment>The counter does not work at the moment.</extracomment>
        <translation>本台已暂停叫号</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <extracomment>The queue of this counter is empty.</extracomment>
        <translation>暂无候叫</translation>
    </message>
    <message>
        <source>Ready for the next guest</source>
        <extracomment>The counter has no guest; others wait.</extracomment>
        <translation>可以叫下一位</translation>
    </message>
    <message>
        <source>Ask the coordinator to give this device a counter of the plan.</source>
        <extracomment>What to do at a counter that the event&apos;s plan does not know.</extracomment>
        <translation>请指挥台为本设备指定方案中的叫号台。</translation>
    </message>
    <message>
        <source>Open it when you are ready: then guests are sent to you.</source>
        <extracomment>What opening a counter does.</extracomment>
        <translation>准备好后请开台，来宾会被叫到这里。</translation>
    </message>
    <message>
        <source>The next number shows here as soon as one is taken.</source>
        <extracomment>What happens while the queue is empty.</extracomment>
        <translation>有人取号后会显示在这里。</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>候叫 %1 组</translation>
    </message>
    <message>
        <source>Close the counter</source>
        <extracomment>Button: this counter takes no more guests for now.</extracomment>
        <translation>暂停叫号</translation>
    </message>
</context>
<context>
    <name>CounterDeck</name>
    <message>
        <source>Next · %1 waiting</source>
        <extracomment>Heading of the numbers that come next at this counter; %1 is how many wait in all.</extracomment>
        <translation>接下来 · 候叫 %1 组</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <extracomment>In place of the numbers that come next: there are none.</extracomment>
        <translation>暂无</translation>
    </message>
    <message>
        <source>On hold</source>
        <extracomment>Heading of the numbers whose service this counter has interrupted.</extracomment>
        <translation>挂起中</translation>
    </message>
    <message>
        <source>Documents · %1 out</source>
        <extracomment>Button at a counter: numbered documents. %1 is how many were given out and not accounted for.</extracomment>
        <translation>文件 · 在外 %1 份</translation>
    </message>
    <message>
        <source>Documents</source>
        <extracomment>Button at a counter: numbered documents.</extracomment>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>CounterDocuments</name>
    <message>
        <source>Numbers: 17 or 17-20</source>
        <translation>编号：17 或 17-20</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Still out: %1</source>
        <extracomment>Heading of the numbers of documents that were given out and not accounted for. %1 is how many.</extracomment>
        <translation>仍在外：%1</translation>
    </message>
    <message>
        <source>None is out.</source>
        <extracomment>In place of the numbers of documents that are out.</extracomment>
        <translation>没有在外的。</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Closes the sheet of numbered documents.</extracomment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Void %1?</source>
        <translation>作废 %1？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>CounterNumber</name>
    <message>
        <source>Serving</source>
        <extracomment>State of a queue number: its guest is being served.</extracomment>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Called</source>
        <extracomment>State of a queue number: it was called, the guest is on the way.</extracomment>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>On hold</source>
        <extracomment>State of a queue number: service was interrupted.</extracomment>
        <translation>挂起中</translation>
    </message>
    <message>
        <source>Name not here yet</source>
        <extracomment>In place of a guest&apos;s name that this device has not received yet.</extracomment>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>A number without a name</source>
        <extracomment>In place of a guest&apos;s name: the number was given without one.</extracomment>
        <translation>未登记姓名的号码</translation>
    </message>
</context>
<context>
    <name>CounterPapers</name>
    <message>
        <source>Identity checked</source>
        <extracomment>Box to tick at a counter: whoever stands here is the person of the number.</extracomment>
        <translation>本人已核对</translation>
    </message>
</context>
<context>
    <name>CounterTransfer</name>
    <message>
        <source>Send %1 to</source>
        <extracomment>Heading of the list of services that a number can be sent to. %1 is the number.</extracomment>
        <translation>%1 转接到</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Closes the list of services without sending the number anywhere.</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CueLine</name>
    <message>
        <source>%1 min late</source>
        <translation>晚 %1 分钟</translation>
    </message>
    <message>
        <source>runs over</source>
        <extracomment>On a cue that runs longer than planned.</extracomment>
        <translation>超时</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <extracomment>On a cue: so many things that it needs are not so. %1 is a number.</extracomment>
        <translation>缺 %1 项</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>State of a cue.</extracomment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>held</source>
        <extracomment>State of a cue: it waits for the commander.</extracomment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>over</source>
        <extracomment>State of a cue.</extracomment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>left out</source>
        <extracomment>State of a cue: it does not happen.</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CuePanel</name>
    <message>
        <source>Touch a cue to start, hold or move it.</source>
        <extracomment>No cue is selected.</extracomment>
        <translation>点一个环节：开始、暂停或调整时间。</translation>
    </message>
    <message>
        <source>Went all the same: %1</source>
        <extracomment>A cue went although something was missing. %1 is the reason given.</extracomment>
        <translation>例外放行：%1</translation>
    </message>
    <message>
        <source>Missing for it:</source>
        <extracomment>Above the list of what a cue needs and has not.</extracomment>
        <translation>尚缺：</translation>
    </message>
    <message>
        <source>Nothing is missing for it.</source>
        <extracomment>A cue has all that it needs.</extracomment>
        <translation>条件齐备。</translation>
    </message>
    <message>
        <source>Go</source>
        <extracomment>Act on a cue: starts now.</extracomment>
        <translation>开始</translation>
    </message>
    <message>
        <source>Hold</source>
        <extracomment>Act on a cue: waits, and what hangs on it waits too.</extracomment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Over</source>
        <extracomment>Act on a cue: it is over.</extracomment>
        <translation>结束</translation>
    </message>
    <message>
        <source>−5 min</source>
        <extracomment>Act on a cue: five minutes earlier than expected so far.</extracomment>
        <translation>提前 5 分</translation>
    </message>
    <message>
        <source>+5 min</source>
        <extracomment>Act on a cue: five minutes later than expected so far.</extracomment>
        <translation>推后 5 分</translation>
    </message>
    <message>
        <source>Leave out</source>
        <extracomment>Act on a cue: it does not happen.</extracomment>
        <translation>取消环节</translation>
    </message>
    <message>
        <source>Not begun</source>
        <extracomment>Act on a cue: as if it had not begun.</extracomment>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>DayNotice</name>
    <message>
        <source>Do it anyway…</source>
        <extracomment>Button under a refusal: does it against the rule, with a reason.</extracomment>
        <translation>仍要执行…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Do it anyway?</source>
        <extracomment>Dialog: does against a rule what was refused.</extracomment>
        <translation>仍要执行？</translation>
    </message>
    <message>
        <source>Do it</source>
        <extracomment>Button: does against a rule what was refused.</extracomment>
        <translation>执行</translation>
    </message>
</context>
<context>
    <name>DeskBar</name>
    <message>
        <source>Cut off · %1 to send</source>
        <extracomment>Chip for staff: this device has no link at the moment but goes on working. %1 acts are still to be sent.</extracomment>
        <translation>离线 · 待发送 %1 条</translation>
    </message>
    <message>
        <source>Cannot save – change the device</source>
        <extracomment>Chip for staff: the device cannot store; nothing that is done now counts.</extracomment>
        <translation>无法保存，请更换设备</translation>
    </message>
    <message>
        <source>Alerts: %1</source>
        <extracomment>Button in the bar of a zone&apos;s device: so many alerts call who leads it. %1 is a number.</extracomment>
        <translation>告警 %1 条</translation>
    </message>
</context>
<context>
    <name>DeskNotice</name>
    <message>
        <source>Done while cut off. The others hear of it once the link is back.</source>
        <extracomment>The act was decided while cut off, from what this desk holds.</extracomment>
        <translation>离线时已办理，恢复连接后自动同步。</translation>
    </message>
    <message>
        <source>Not now: the coordinator cannot be reached. Try again in a moment.</source>
        <extracomment>The act needs the coordinator, who cannot be reached.</extracomment>
        <translation>暂时不能办理：联系不上指挥台，请稍后再试。</translation>
    </message>
    <message>
        <source>That was not done. Please try once more.</source>
        <extracomment>An act was not done, and nobody knows better words.</extracomment>
        <translation>没有办成，请再试一次。</translation>
    </message>
</context>
<context>
    <name>DeviceLine</name>
    <message>
        <source>shut out</source>
        <extracomment>State of a device in a list.</extracomment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>out of order: %1</source>
        <extracomment>State of a device in a list. %1 is a code like &quot;camera&quot;.</extracomment>
        <translation>故障：%1</translation>
    </message>
    <message>
        <source>shows a different state</source>
        <extracomment>State of a device: with the same acts it shows another day. A grave fault.</extracomment>
        <translation>数据与他机不一致</translation>
    </message>
    <message>
        <source>this device</source>
        <extracomment>State of a device: this very one.</extracomment>
        <translation>本机</translation>
    </message>
    <message>
        <source>never heard</source>
        <extracomment>State of a device: nothing was ever heard of it.</extracomment>
        <translation>从未上报</translation>
    </message>
    <message>
        <source>silent for %1 s</source>
        <extracomment>State of a device: no link. %1 is how many seconds ago it was heard.</extracomment>
        <translation>失联 %1 秒</translation>
    </message>
    <message>
        <source>linked</source>
        <extracomment>State of a device: linked and well.</extracomment>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Lag</source>
        <extracomment>Column of the list of devices: delay of its link.</extracomment>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Unsent</source>
        <extracomment>Column of the list of devices: acts that it has not sent yet.</extracomment>
        <translation>待发</translation>
    </message>
    <message>
        <source>Clock</source>
        <extracomment>Column of the list of devices: how wrong its clock is.</extracomment>
        <translation>时钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>How wrong a clock is, in seconds.</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>a guest asks for help</source>
        <extracomment>State of a device: a guest there rang the bell.</extracomment>
        <translation>有来宾需要帮助</translation>
    </message>
</context>
<context>
    <name>EnrolmentCompare</name>
    <message>
        <source>Check that both screens show the same six digits</source>
        <extracomment>Enrolment after an address was typed: six digits are compared with those on the coordinator&apos;s screen.</extracomment>
        <translation>请核对两台设备上的六位数字一致</translation>
    </message>
    <message>
        <source>Different</source>
        <extracomment>Button: the two screens show different digits, so nothing goes on.</extracomment>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Same on both</source>
        <extracomment>Button: the two screens show the same six digits.</extracomment>
        <translation>一致</translation>
    </message>
</context>
<context>
    <name>EnrolmentProgress</name>
    <message>
        <source>This device belongs to the event</source>
        <extracomment>Enrolment is done.</extracomment>
        <translation>本设备已接入</translation>
    </message>
    <message>
        <source>Does the coordinator see the same code?</source>
        <extracomment>Above the check code that two people compare.</extracomment>
        <translation>指挥台显示的校验码一致吗？</translation>
    </message>
    <message>
        <source>Asking the coordinator…</source>
        <extracomment>Enrolment: the coordinator&apos;s device is being asked.</extracomment>
        <translation>正在向指挥台申请…</translation>
    </message>
    <message>
        <source>It starts by itself in a moment.</source>
        <extracomment>After enrolment; the role&apos;s screen follows by itself.</extracomment>
        <translation>稍后自动开始。</translation>
    </message>
    <message>
        <source>If yes, they touch Approve. This screen goes on by itself.</source>
        <extracomment>What happens next.</extracomment>
        <translation>一致时由指挥台点“批准”，本屏会自动继续。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Now the coordinator lets it in</source>
        <extracomment>The codes were compared here; the coordinator has yet to let this device in.</extracomment>
        <translation>请等待指挥台批准</translation>
    </message>
    <message>
        <source>They tick Same on both and touch Approve. This screen goes on by itself.</source>
        <extracomment>What happens next.</extracomment>
        <translation>指挥台勾选“一致”并点“批准”后，本屏会自动继续。</translation>
    </message>
</context>
<context>
    <name>EnrolmentScan</name>
    <message>
        <source>Show me the coordinator&apos;s code</source>
        <extracomment>A new device asks to be shown the QR code that the coordinator&apos;s screen displays.</extracomment>
        <translation>请出示指挥台的接入码</translation>
    </message>
    <message>
        <source>On the coordinator&apos;s screen: Devices, then Let in a device. Hold the QR code to this camera.</source>
        <extracomment>Where to find that code.</extracomment>
        <translation>在指挥台依次打开“设备”“设备接入”，将二维码对准本机摄像头。</translation>
    </message>
    <message>
        <source>Ask</source>
        <extracomment>Button that asks the coordinator to let this device in.</extracomment>
        <translation>申请</translation>
    </message>
    <message>
        <source>The address stands beside the QR code: numbers, a colon, numbers.</source>
        <extracomment>While an address is typed: where it is found, and what it looks like.</extracomment>
        <translation>地址显示在指挥台二维码旁边：数字、冒号、数字。</translation>
    </message>
    <message>
        <source>or type the address: 192.168.1.5:4711</source>
        <extracomment>Field for a device without a camera: the address beside the QR code, or the text beneath it.</extracomment>
        <translation>或输入地址：192.168.1.5:4711</translation>
    </message>
</context>
<context>
    <name>EnrolmentScreen</name>
    <message>
        <source>New device</source>
        <extracomment>Heading of the screen of a device that does not belong to the event yet.</extracomment>
        <translation>新设备</translation>
    </message>
</context>
<context>
    <name>EnrolmentWords</name>
    <message>
        <source>That is not a device code</source>
        <extracomment>Enrolment: the scanned code is not Muster&apos;s.</extracomment>
        <translation>这不是设备接入码</translation>
    </message>
    <message>
        <source>Guests&apos; codes do not work here. Use the code on the coordinator&apos;s screen.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>这里不能用来宾码，请使用指挥台上的接入码。</translation>
    </message>
    <message>
        <source>That code is too old</source>
        <extracomment>Enrolment: the code is over ten minutes old or used up.</extracomment>
        <translation>接入码已过期</translation>
    </message>
    <message>
        <source>The coordinator does not answer</source>
        <extracomment>Enrolment: the coordinator&apos;s device does not answer.</extracomment>
        <translation>指挥台没有应答</translation>
    </message>
    <message>
        <source>Somebody else answered</source>
        <extracomment>Enrolment: another machine answered than the code names.</extracomment>
        <translation>应答的不是指挥台</translation>
    </message>
    <message>
        <source>Do not go on. Tell the coordinator, and check the network.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>请停止操作，告知总指挥并检查网络。</translation>
    </message>
    <message>
        <source>The coordinator said no</source>
        <extracomment>Enrolment: the coordinator said no.</extracomment>
        <translation>指挥台拒绝了申请</translation>
    </message>
    <message>
        <source>This device cannot save</source>
        <extracomment>Enrolment: the device cannot store its keys.</extracomment>
        <translation>本机无法保存</translation>
    </message>
    <message>
        <source>Free some space or use another device.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>请清理空间或换一台设备。</translation>
    </message>
    <message>
        <source>Open a new one on the coordinator&apos;s screen, then try again.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>请在指挥台重新打开接入码，再试一次。</translation>
    </message>
    <message>
        <source>Is this device in the event&apos;s network? Then try again.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>请确认本机已连上现场网络，再试一次。</translation>
    </message>
    <message>
        <source>Compare the code on both screens, then try again.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>请核对两边的校验码，再试一次。</translation>
    </message>
    <message>
        <source>The digits were different</source>
        <extracomment>Enrolment by address: the person saw different digits on the two screens.</extracomment>
        <translation>两边数字不一致</translation>
    </message>
    <message>
        <source>Stopped, and nothing was kept. Somebody else may have answered: check address and network, tell the coordinator.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>已取消，未保留任何内容。应答的可能不是指挥台：请检查地址和网络，并告知总指挥。</translation>
    </message>
    <message>
        <source>That is no address</source>
        <extracomment>Enrolment: what was typed is neither an address nor a code.</extracomment>
        <translation>这不是地址</translation>
    </message>
    <message>
        <source>Type it as it stands beside the QR code, with the colon and the number after it.</source>
        <extracomment>Enrolment: what to do then.</extracomment>
        <translation>请照二维码旁边的地址输入，包括冒号和后面的数字。</translation>
    </message>
</context>
<context>
    <name>EntryLine</name>
    <message>
        <source>Only who may read it sees this.</source>
        <extracomment>In place of the words of a restricted incident, on a device that may not read them.</extracomment>
        <translation>仅限有权人员查看。</translation>
    </message>
    <message>
        <source>Correction:</source>
        <extracomment>Before an entry that corrects an earlier one.</extracomment>
        <translation>更正：</translation>
    </message>
    <message>
        <source>written at %1</source>
        <extracomment>Under an entry that was written down later than it happened. %1 is a time.</extracomment>
        <translation>%1 补记</translation>
    </message>
    <message>
        <source>struck by %1: %2</source>
        <extracomment>Under an entry that was struck. %1 is who did it, %2 why.</extracomment>
        <translation>%1 划去：%2</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Done – what shows it?</source>
        <extracomment>Dialog: a task is done, with a word on what shows it.</extracomment>
        <translation>完成，凭什么为证？</translation>
    </message>
    <message>
        <source>Photograph, signature, number …</source>
        <extracomment>Placeholder of the field for what shows that a task is done.</extracomment>
        <translation>照片、签字、编号等</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button: a task is done.</extracomment>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>GrantLine</name>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>going out</source>
        <extracomment>A sign-out that was recorded, but perhaps never shown.</extracomment>
        <translation>离场</translation>
    </message>
    <message>
        <source>coming in to %1</source>
        <extracomment>A sign-in that was recorded, but perhaps never shown. %1 is a zone&apos;s letter.</extracomment>
        <translation>进入 %1 区</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button on a sign-in that was perhaps never shown: the guest did pass.</extracomment>
        <translation>已放行</translation>
    </message>
    <message>
        <source>Void…</source>
        <extracomment>Button on a sign-in that was perhaps never shown: the guest did not pass. Asks why.</extracomment>
        <translation>作废…</translation>
    </message>
</context>
<context>
    <name>GreeterBar</name>
    <message>
        <source>Cut off · %1 to send</source>
        <extracomment>Chip for staff: this tablet has no link at the moment but goes on working. %1 acts are still to be sent.</extracomment>
        <translation>离线 · %1 条待发</translation>
    </message>
    <message>
        <source>Cannot save – change the tablet</source>
        <extracomment>Chip for staff: the tablet cannot store; nothing that is done now counts.</extracomment>
        <translation>无法保存，请换一台平板</translation>
    </message>
</context>
<context>
    <name>GreeterButtons</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Let in anyway…</source>
        <extracomment>Button for staff: let the guest in against the rule, with a reason.</extracomment>
        <translation>仍要放行…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <extracomment>Button for staff: the guest leaves the venue.</extracomment>
        <translation>签出</translation>
    </message>
    <message>
        <source>Next guest</source>
        <extracomment>The green button after an answer: ready for the next guest.</extracomment>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>The green button on a question.</extracomment>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Register</source>
        <extracomment>The green button on the walk-in form.</extracomment>
        <translation>登记</translation>
    </message>
    <message>
        <source>None of them</source>
        <extracomment>The green button when the phone of a walk-in is known: none of them, go on.</extracomment>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Sign in</source>
        <extracomment>The green button on a guest.</extracomment>
        <translation>签到</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The green button on the results of a search: shows the best match, the framed one.</extracomment>
        <translation>打开</translation>
    </message>
    <message>
        <source>Desk informed</source>
        <extracomment>The button after it was pressed: the problem desk expects the guest.</extracomment>
        <translation>已通知疑难台</translation>
    </message>
    <message>
        <source>Problem desk</source>
        <extracomment>Button for staff: a guest who was refused goes on to the problem desk, which is told why.</extracomment>
        <translation>转疑难台</translation>
    </message>
</context>
<context>
    <name>GreeterFind</name>
    <message>
        <source>Walk-in</source>
        <extracomment>Button: register a guest who is on no list.</extracomment>
        <translation>现场登记</translation>
    </message>
</context>
<context>
    <name>GreeterForm</name>
    <message>
        <source>Register a walk-in</source>
        <extracomment>Heading of the form for a guest who is on no list.</extracomment>
        <translation>现场登记</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Field of the walk-in form.</extracomment>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>Field of the walk-in form.</extracomment>
        <translation>电话</translation>
    </message>
    <message>
        <source>Company</source>
        <extracomment>Field of the walk-in form; may stay empty.</extracomment>
        <translation>单位</translation>
    </message>
    <message>
        <source>Companions</source>
        <extracomment>Spoken name of the stepper: unnamed people who came along with the guest.</extracomment>
        <translation>随行</translation>
    </message>
    <message>
        <source>Consent given</source>
        <extracomment>On the walk-in form: the guest agrees that name and phone are kept for this event. Required, so keep it short.</extracomment>
        <translation>来宾已同意</translation>
    </message>
</context>
<context>
    <name>GreeterGuest</name>
    <message>
        <source>at %1, %2</source>
        <extracomment>%1 is a time like 09:41, %2 the name of an entrance.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not checked elsewhere since %1</source>
        <extracomment>The sign-in was decided while cut off. %1 is a time like 09:41.</extracomment>
        <translation>待核对：%1 起未与其他设备核对</translation>
    </message>
    <message>
        <source>Not checked elsewhere yet</source>
        <extracomment>The sign-in was decided while cut off and never checked at another device.</extracomment>
        <translation>待核对：尚未与其他设备核对</translation>
    </message>
    <message>
        <source>%1 – call a host</source>
        <extracomment>Band on a VIP or media guest who has no host yet.</extracomment>
        <translation>%1 · 请呼叫接待人</translation>
    </message>
    <message>
        <source>%1 · host: %2</source>
        <extracomment>Band on a VIP or media guest. %1 is the class, %2 the name of the personal host.</extracomment>
        <translation>%1 · 专属接待人：%2</translation>
    </message>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>+ %1 companions</source>
        <translation>+ %1 随行</translation>
    </message>
    <message>
        <source>Companions</source>
        <extracomment>Before the stepper: unnamed people who came along with the guest.</extracomment>
        <translation>随行</translation>
    </message>
</context>
<context>
    <name>GreeterIdle</name>
    <message>
        <source>Scan, or just type a name</source>
        <extracomment>Idle screen of the greeter&apos;s tablet.</extracomment>
        <translation>请扫码，或直接输入姓名</translation>
    </message>
    <message>
        <source>Characters, pinyin initials or the last digits of the phone</source>
        <extracomment>Idle screen of the greeter&apos;s tablet: what the search understands.</extracomment>
        <translation>汉字、拼音首字母或电话尾号都可以</translation>
    </message>
</context>
<context>
    <name>GreeterResults</name>
    <message>
        <source>This phone number is known. Is it one of them?</source>
        <extracomment>A walk-in&apos;s phone number is on the list already; these are the guests who have it.</extracomment>
        <translation>这个电话已在名单中，是以下来宾吗？</translation>
    </message>
    <message>
        <source>Which of them is it?</source>
        <extracomment>The scanned code belongs to several guests.</extracomment>
        <translation>是哪一位？</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <extracomment>The search found nobody. The next lines say what to do.</extracomment>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer letters or the last four digits of the phone, or register a walk-in.</source>
        <extracomment>What a greeter does when the search found nobody.</extracomment>
        <translation>请少输几个字或用电话后四位再试，也可以现场登记。</translation>
    </message>
</context>
<context>
    <name>GreeterScreen</name>
    <message>
        <source>Let in anyway?</source>
        <extracomment>Dialog: staff lets a guest in against a rule.</extracomment>
        <translation>仍要放行？</translation>
    </message>
    <message>
        <source>The coordinator sees who did it and why.</source>
        <extracomment>What the dialog explains before a rule is overridden.</extracomment>
        <translation>指挥台会看到操作人和理由。</translation>
    </message>
    <message>
        <source>Let in</source>
        <extracomment>Button that lets a guest in against a rule.</extracomment>
        <translation>放行</translation>
    </message>
</context>
<context>
    <name>GreeterToday</name>
    <message>
        <source>Today at this gate</source>
        <extracomment>Heading of the list of the last sign-ins at this entrance.</extracomment>
        <translation>本口今日</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <extracomment>The list of sign-ins is empty because nobody has come yet.</extracomment>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>It was not taken back. Ask the coordinator.</source>
        <extracomment>A sign-in could not be taken back.</extracomment>
        <translation>未能撤销，请联系指挥台。</translation>
    </message>
    <message>
        <source>Annul this sign-in?</source>
        <extracomment>Dialog: takes back a sign-in that is older than a minute.</extracomment>
        <translation>撤销这次签到？</translation>
    </message>
    <message>
        <source>The coordinator sees who did it and why.</source>
        <translation>指挥台会看到操作人和理由。</translation>
    </message>
    <message>
        <source>Annul</source>
        <extracomment>Button that takes back a sign-in.</extracomment>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>GreeterTodayRow</name>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>out</source>
        <extracomment>Short mark in a list: the guest went out.</extracomment>
        <translation>签出</translation>
    </message>
    <message>
        <source>provisional</source>
        <extracomment>Short mark in a list: decided while cut off, still to be compared with the other devices.</extracomment>
        <translation>待核对</translation>
    </message>
    <message>
        <source>annulled</source>
        <extracomment>Short mark in a list: the sign-in was taken back.</extracomment>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Take back the sign-in of %1</source>
        <extracomment>Spoken name of the button that takes back a sign-in. %1 is the guest.</extracomment>
        <translation>撤销 %1 的签到</translation>
    </message>
</context>
<context>
    <name>GreeterWords</name>
    <message>
        <source>Unknown code</source>
        <extracomment>Greeter: the code is on no list.</extracomment>
        <translation>名单中没有此码</translation>
    </message>
    <message>
        <source>Search by name or phone. Still nobody? Register a walk-in or send to the problem desk.</source>
        <extracomment>Greeter: what to do then.</extracomment>
        <translation>请按姓名或电话查找；仍找不到就现场登记，或请到疑难台。</translation>
    </message>
    <message>
        <source>Signed in</source>
        <extracomment>Greeter: it is done.</extracomment>
        <translation>已签到</translation>
    </message>
    <message>
        <source>Signed out</source>
        <extracomment>Greeter: the guest was signed out.</extracomment>
        <translation>已签出</translation>
    </message>
    <message>
        <source>Already signed in</source>
        <extracomment>Greeter: the invitation was used before; where and when stands beside it.</extracomment>
        <translation>已签到过</translation>
    </message>
    <message>
        <source>Ask whether the guest has been here before. A photo of the invitation may be going round.</source>
        <extracomment>Greeter: what to do then.</extracomment>
        <translation>请询问来宾是否来过。邀请码可能被转发。</translation>
    </message>
    <message>
        <source>Never signed in</source>
        <extracomment>Greeter: wants to leave but never came in.</extracomment>
        <translation>尚未签到</translation>
    </message>
    <message>
        <source>Not a genuine ticket</source>
        <extracomment>Greeter: the ticket&apos;s signature is wrong.</extracomment>
        <translation>票码不真实</translation>
    </message>
    <message>
        <source>Stay friendly: the guest may have been cheated. Send to the problem desk.</source>
        <extracomment>Greeter: what to do then.</extracomment>
        <translation>请保持友善，来宾也可能受骗。请引导到疑难台。</translation>
    </message>
    <message>
        <source>Ticket for another event</source>
        <extracomment>Greeter: the ticket is for another event.</extracomment>
        <translation>其他活动的票</translation>
    </message>
    <message>
        <source>Another day or session</source>
        <extracomment>Greeter: the ticket is for another day or session.</extracomment>
        <translation>日期或场次不符</translation>
    </message>
    <message>
        <source>Another entrance</source>
        <extracomment>Greeter: the ticket is for another entrance.</extracomment>
        <translation>请走其他入口</translation>
    </message>
    <message>
        <source>Blocked</source>
        <extracomment>Greeter: the guest is blocked.</extracomment>
        <translation>已被限制</translation>
    </message>
    <message>
        <source>Do not argue. Call the coordinator.</source>
        <extracomment>Greeter: what to do with a blocked guest.</extracomment>
        <translation>不要争执，请联系指挥台。</translation>
    </message>
    <message>
        <source>Cancelled invitation</source>
        <extracomment>Greeter: the invitation was cancelled.</extracomment>
        <translation>邀请已取消</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <extracomment>Greeter: payment is missing.</extracomment>
        <translation>尚未付款</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <extracomment>Greeter: the registration was not approved.</extracomment>
        <translation>尚未审核通过</translation>
    </message>
    <message>
        <source>Replaced by a newer ticket</source>
        <extracomment>Greeter: a newer ticket replaced this one.</extracomment>
        <translation>已换发新票</translation>
    </message>
    <message>
        <source>Ask for the newest message.</source>
        <extracomment>Greeter: what to do then.</extracomment>
        <translation>请出示最新收到的邀请。</translation>
    </message>
    <message>
        <source>The plan says no</source>
        <extracomment>Greeter: a rule of the event says no; its own words follow.</extracomment>
        <translation>方案规定不可进入</translation>
    </message>
    <message>
        <source>Zone full</source>
        <extracomment>Greeter: no place is left in the zone.</extracomment>
        <translation>区域已满</translation>
    </message>
    <message>
        <source>Not a ticket</source>
        <extracomment>Greeter: something was read that is no ticket.</extracomment>
        <translation>不是票码</translation>
    </message>
    <message>
        <source>Ask for the QR code of the invitation, or search by name.</source>
        <extracomment>Greeter: what to do then.</extracomment>
        <translation>请来宾出示邀请二维码，或按姓名查找。</translation>
    </message>
    <message>
        <source>Not allowed here</source>
        <extracomment>Greeter: the role does not permit this act.</extracomment>
        <translation>本岗位无此权限</translation>
    </message>
    <message>
        <source>Ask the coordinator.</source>
        <extracomment>Greeter: whom to ask.</extracomment>
        <translation>请联系指挥台。</translation>
    </message>
    <message>
        <source>Not now</source>
        <extracomment>Greeter: needs the coordinator, who cannot be reached.</extracomment>
        <translation>暂时不行</translation>
    </message>
    <message>
        <source>The coordinator cannot be reached. Try again in a moment.</source>
        <extracomment>Greeter: what to do then.</extracomment>
        <translation>联系不上指挥台，请稍后再试。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <extracomment>Greeter: the device could not store the act.</extracomment>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Nothing was recorded. Use another tablet.</source>
        <extracomment>Greeter: what to do then.</extracomment>
        <translation>没有任何记录，请换一台平板。</translation>
    </message>
</context>
<context>
    <name>GuestCard</name>
    <message>
        <source>Name not here yet</source>
        <extracomment>In place of a guest&apos;s name that this device has not received yet.</extracomment>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>Chip on a guest who has signed in already.</extracomment>
        <translation>已签到</translation>
    </message>
</context>
<context>
    <name>HallStrip</name>
    <message>
        <source>Zone %1: %2</source>
        <extracomment>Before the words for a mode that holds for one zone only. %1 is the zone&apos;s letter, %2 the words.</extracomment>
        <translation>%1 区：%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Who said something to everybody, and when. %1 is a name, %2 a time like 14:01.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>+ %1</source>
        <extracomment>Beside a message: so many more have not been read. %1 is a number.</extracomment>
        <translation>另 %1 条</translation>
    </message>
    <message>
        <source>Read</source>
        <extracomment>Button: somebody has read what the commander said.</extracomment>
        <translation>已读</translation>
    </message>
</context>
<context>
    <name>HolderLine</name>
    <message>
        <source>Nobody named</source>
        <extracomment>In place of who has things: nobody was named.</extracomment>
        <translation>未指名</translation>
    </message>
    <message>
        <source>more back than given out</source>
        <extracomment>Under who has things: more came back than went out under this name.</extracomment>
        <translation>归还多于发出</translation>
    </message>
</context>
<context>
    <name>IncidentButtons</name>
    <message>
        <source>Entry…</source>
        <extracomment>Button: one more entry in the log of an incident.</extracomment>
        <translation>记录…</translation>
    </message>
    <message>
        <source>Send…</source>
        <extracomment>Button: chooses who sees to an incident.</extracomment>
        <translation>派人…</translation>
    </message>
    <message>
        <source>Not urgent</source>
        <extracomment>Button: an incident can wait after all.</extracomment>
        <translation>不紧急</translation>
    </message>
    <message>
        <source>Urgent</source>
        <extracomment>Button: an incident cannot wait.</extracomment>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Reopen</source>
        <extracomment>Button: an incident that was closed goes on.</extracomment>
        <translation>重开</translation>
    </message>
    <message>
        <source>In hand</source>
        <extracomment>Button: somebody sees to an incident from now on.</extracomment>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waits</source>
        <extracomment>Button: an incident waits for something.</extracomment>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Close it</source>
        <extracomment>Button: an incident is over.</extracomment>
        <translation>办结</translation>
    </message>
</context>
<context>
    <name>IncidentChange</name>
    <message>
        <source>What is #%1?</source>
        <extracomment>Heading of the sheet that changes an incident. %1 is its number.</extracomment>
        <translation>#%1 是什么事？</translation>
    </message>
    <message>
        <source>Kinds</source>
        <extracomment>Heading of the kinds of an incident; several may be chosen.</extracomment>
        <translation>类型</translation>
    </message>
    <message>
        <source>Where</source>
        <extracomment>Heading of the zones where an incident may be.</extracomment>
        <translation>地点</translation>
    </message>
    <message>
        <source>Happened at</source>
        <extracomment>Beside the time when an incident came about.</extracomment>
        <translation>发生于</translation>
    </message>
    <message>
        <source>−5 min</source>
        <extracomment>Button: five minutes earlier.</extracomment>
        <translation>提前 5 分</translation>
    </message>
    <message>
        <source>+5 min</source>
        <extracomment>Button: five minutes later.</extracomment>
        <translation>推后 5 分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change it</source>
        <extracomment>Button: the incident is as it was chosen here from now on.</extracomment>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>IncidentHead</name>
    <message>
        <source>urgent</source>
        <extracomment>Mark on an incident that cannot wait.</extracomment>
        <translation>紧急</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>nobody on it</source>
        <translation>无人处理</translation>
    </message>
    <message>
        <source>same as #%1</source>
        <extracomment>Mark on an incident that was logged twice. %1 is the number of the other one.</extracomment>
        <translation>与 #%1 重复</translation>
    </message>
    <message>
        <source>perhaps the same: #%1</source>
        <extracomment>Hint on an incident: one of the same kind and place was logged just now. %1 are numbers.</extracomment>
        <translation>可能重复：#%1</translation>
    </message>
    <message>
        <source>Change…</source>
        <extracomment>Button: an incident is of another kind, in another place, or of another time.</extracomment>
        <translation>更改…</translation>
    </message>
    <message>
        <source>happened at %1</source>
        <extracomment>Mark on an incident that came about before it was logged. %1 is when.</extracomment>
        <translation>发生于 %1</translation>
    </message>
</context>
<context>
    <name>IncidentLine</name>
    <message>
        <source>%1 min</source>
        <extracomment>How long ago an incident was logged, in minutes.</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>nobody on it</source>
        <extracomment>Nobody has seen to an incident for longer than its kind allows.</extracomment>
        <translation>无人处理</translation>
    </message>
    <message>
        <source>restricted</source>
        <extracomment>Mark on an incident whose words only a few may read.</extracomment>
        <translation>受限</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>State of an incident: nobody has taken it up.</extracomment>
        <translation>待处理</translation>
    </message>
    <message>
        <source>in hand</source>
        <extracomment>State of an incident: somebody sees to it.</extracomment>
        <translation>处理中</translation>
    </message>
    <message>
        <source>waits</source>
        <extracomment>State of an incident: it waits for something.</extracomment>
        <translation>搁置</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>State of an incident: over.</extracomment>
        <translation>已办结</translation>
    </message>
</context>
<context>
    <name>IncidentPanel</name>
    <message>
        <source>Entry for #%1</source>
        <extracomment>Dialog: one more entry in the log of an incident. %1 is its number.</extracomment>
        <translation>#%1 新记录</translation>
    </message>
    <message>
        <source>What you see, what you do</source>
        <extracomment>Placeholder of the field for an entry of an incident.</extracomment>
        <translation>看到什么、做了什么</translation>
    </message>
    <message>
        <source>Add</source>
        <extracomment>Button that adds an entry to an incident.</extracomment>
        <translation>记录</translation>
    </message>
    <message>
        <source>Strike this entry?</source>
        <extracomment>Dialog: an entry of an incident was wrong.</extracomment>
        <translation>划去这条记录？</translation>
    </message>
    <message>
        <source>It stays in the log, struck through, with your name and reason.</source>
        <extracomment>What striking an entry means.</extracomment>
        <translation>记录会保留并划线，注明您的姓名和原因。</translation>
    </message>
    <message>
        <source>Strike</source>
        <extracomment>Button that strikes an entry of an incident.</extracomment>
        <translation>划去</translation>
    </message>
    <message>
        <source>Who sees to #%1?</source>
        <extracomment>Heading of the list of staff for an incident. %1 is its number.</extracomment>
        <translation>派谁处理 #%1？</translation>
    </message>
</context>
<context>
    <name>Judged</name>
    <message>
        <source>The first holds</source>
        <translation>以最先为准</translation>
    </message>
    <message>
        <source>The last holds</source>
        <translation>以最后为准</translation>
    </message>
    <message>
        <source>All hold</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>None holds</source>
        <translation>全部撤销</translation>
    </message>
</context>
<context>
    <name>KioskMode</name>
    <message>
        <source>Assembly point: %1</source>
        <extracomment>On the screen that asks guests to leave. %1 is the assembly point.</extracomment>
        <translation>集合点：%1</translation>
    </message>
    <message>
        <source>Call our staff</source>
        <extracomment>Button on a kiosk that lets nobody in for the moment.</extracomment>
        <translation>呼叫工作人员</translation>
    </message>
</context>
<context>
    <name>KioskOutOfOrder</name>
    <message>
        <source>This kiosk is taking a break</source>
        <extracomment>The kiosk does not work; said to guests.</extracomment>
        <translation>本机暂停使用</translation>
    </message>
    <message>
        <source>Please use the kiosk beside this one, or come to our staff at the desk.</source>
        <extracomment>What a guest does while the kiosk does not work.</extracomment>
        <translation>请使用旁边的自助机，或到人工签到台。</translation>
    </message>
    <message>
        <source>For staff: %1</source>
        <extracomment>A code that staff look up. %1 is like &quot;camera&quot;.</extracomment>
        <translation>工作人员：%1</translation>
    </message>
    <message>
        <source>Call our staff</source>
        <translation>呼叫工作人员</translation>
    </message>
</context>
<context>
    <name>KioskQuestion</name>
    <message>
        <source>Back</source>
        <extracomment>To the question before.</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Leaves the questions without signing in.</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>Leaves this question unanswered.</extracomment>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>To the next question, or to the answer.</extracomment>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>KioskReady</name>
    <message>
        <source>Welcome</source>
        <extracomment>The first word a guest reads at the kiosk.</extracomment>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>One moment…</source>
        <extracomment>What a guest does at the kiosk: show the QR code of the invitation, on paper or a phone.</extracomment>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Hold your invitation code to the camera</source>
        <translation>请将邀请二维码对准摄像头</translation>
    </message>
</context>
<context>
    <name>KioskRefusal</name>
    <message>
        <source>Signed in at %1, %2</source>
        <extracomment>%1 is a time like 09:41, %2 the name of an entrance.</extracomment>
        <translation>%1 已在 %2 签到</translation>
    </message>
    <message>
        <source>Call our staff</source>
        <extracomment>Bell on a refusal: calls a member of staff.</extracomment>
        <translation>呼叫工作人员</translation>
    </message>
</context>
<context>
    <name>KioskSwitches</name>
    <message>
        <source>Guests&apos; names</source>
        <extracomment>Staff set whether a kiosk shows guests&apos; names, which others may read.</extracomment>
        <translation>来宾姓名</translation>
    </message>
    <message>
        <source>Shown</source>
        <extracomment>Guests&apos; names are shown.</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hidden</source>
        <extracomment>Guests&apos; names are hidden.</extracomment>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>Staff set where this kiosk&apos;s camera is, so that an arrow shows it to guests.</extracomment>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>No arrow</source>
        <extracomment>No arrow to the camera.</extracomment>
        <translation>不指示</translation>
    </message>
    <message>
        <source>Above</source>
        <extracomment>The camera is above the screen.</extracomment>
        <translation>上方</translation>
    </message>
    <message>
        <source>Below</source>
        <extracomment>The camera is below the screen.</extracomment>
        <translation>下方</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>The camera is at the left of the screen.</extracomment>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>The camera is at the right of the screen.</extracomment>
        <translation>右侧</translation>
    </message>
</context>
<context>
    <name>KioskTold</name>
    <message>
        <source>Please go to: %1</source>
        <extracomment>Kiosk, on a refusal: where the guest is expected. %1 is the name of the problem desk.</extracomment>
        <translation>请前往：%1</translation>
    </message>
</context>
<context>
    <name>KioskWelcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Please go to</source>
        <extracomment>Above the name of the zone that the guest goes to.</extracomment>
        <translation>请前往</translation>
    </message>
    <message>
        <source>Your number</source>
        <extracomment>Above the queue number or walk-in number of the guest.</extracomment>
        <translation>您的号码</translation>
    </message>
</context>
<context>
    <name>KioskWords</name>
    <message>
        <source>We do not find this code</source>
        <extracomment>Kiosk: the code is on no list.</extracomment>
        <translation>没有查到这个码</translation>
    </message>
    <message>
        <source>Please come to our staff. They will help you right away.</source>
        <extracomment>Kiosk: what the guest does when the code cannot be used.</extracomment>
        <translation>请找我们的工作人员，马上为您办理。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <extracomment>Kiosk: heading of the green screen.</extracomment>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Goodbye, and thank you for coming</source>
        <extracomment>Kiosk: the guest has signed out.</extracomment>
        <translation>感谢光临，再见</translation>
    </message>
    <message>
        <source>This invitation is signed in already</source>
        <extracomment>Kiosk: this invitation was used before.</extracomment>
        <translation>此邀请已签到</translation>
    </message>
    <message>
        <source>Is that not you? Please see our staff.</source>
        <extracomment>Kiosk: what the guest does then.</extracomment>
        <translation>不是您本人？请找我们的工作人员。</translation>
    </message>
    <message>
        <source>You are not signed in yet</source>
        <extracomment>Kiosk: wants to leave but never signed in.</extracomment>
        <translation>您还没有签到</translation>
    </message>
    <message>
        <source>This code is not valid</source>
        <extracomment>Kiosk: the ticket&apos;s signature is wrong. Calm: the guest may be the victim.</extracomment>
        <translation>此码无效</translation>
    </message>
    <message>
        <source>This invitation is for another event</source>
        <extracomment>Kiosk: the ticket is for another event.</extracomment>
        <translation>这是其他活动的邀请</translation>
    </message>
    <message>
        <source>This invitation is for another time</source>
        <extracomment>Kiosk: the ticket is for another day or session.</extracomment>
        <translation>邀请的日期或场次不符</translation>
    </message>
    <message>
        <source>Please use the other entrance</source>
        <extracomment>Kiosk: the ticket is for another entrance.</extracomment>
        <translation>请走另一个入口</translation>
    </message>
    <message>
        <source>Our staff will show you the way.</source>
        <extracomment>Kiosk: who shows the guest the right entrance.</extracomment>
        <translation>工作人员会为您指路。</translation>
    </message>
    <message>
        <source>Please come to our staff</source>
        <extracomment>Kiosk: the guest is blocked; said discreetly.</extracomment>
        <translation>请找我们的工作人员</translation>
    </message>
    <message>
        <source>They have a message for you.</source>
        <extracomment>Kiosk: nothing more is said in public.</extracomment>
        <translation>有一条消息要转告您。</translation>
    </message>
    <message>
        <source>This invitation was cancelled</source>
        <extracomment>Kiosk: the invitation was cancelled.</extracomment>
        <translation>此邀请已取消</translation>
    </message>
    <message>
        <source>One step is still open</source>
        <extracomment>Kiosk: payment is missing; said discreetly.</extracomment>
        <translation>还差一步</translation>
    </message>
    <message>
        <source>Please come to our staff to finish your registration.</source>
        <extracomment>Kiosk: what the guest does about it.</extracomment>
        <translation>请找工作人员完成手续。</translation>
    </message>
    <message>
        <source>Your registration is not confirmed yet</source>
        <extracomment>Kiosk: the registration was not confirmed yet.</extracomment>
        <translation>您的报名尚未确认</translation>
    </message>
    <message>
        <source>There is a newer invitation for you</source>
        <extracomment>Kiosk: a newer ticket replaced this one.</extracomment>
        <translation>您有更新的邀请码</translation>
    </message>
    <message>
        <source>Please show the newest code that we sent you.</source>
        <extracomment>Kiosk: what the guest does then.</extracomment>
        <translation>请出示最近发给您的邀请码。</translation>
    </message>
    <message>
        <source>Several guests share this code</source>
        <extracomment>Kiosk: several guests have this code.</extracomment>
        <translation>多位来宾共用此码</translation>
    </message>
    <message>
        <source>Not here, not now</source>
        <extracomment>Kiosk: a rule of the event says no; the rule&apos;s own words follow.</extracomment>
        <translation>暂时不能进入</translation>
    </message>
    <message>
        <source>It is full at the moment</source>
        <extracomment>Kiosk: no place is left in the zone.</extracomment>
        <translation>目前已满</translation>
    </message>
    <message>
        <source>Please wait a little. Our staff will call you in.</source>
        <extracomment>Kiosk: what the guest does then.</extracomment>
        <translation>请稍等，工作人员会请您入场。</translation>
    </message>
    <message>
        <source>This is not an invitation code</source>
        <extracomment>Kiosk: something was read that is no ticket.</extracomment>
        <translation>这不是邀请码</translation>
    </message>
    <message>
        <source>Please show the QR code of your invitation.</source>
        <extracomment>Kiosk: what the guest does then.</extracomment>
        <translation>请出示邀请函上的二维码。</translation>
    </message>
    <message>
        <source>Not possible here at the moment</source>
        <extracomment>Kiosk: cannot be decided here at the moment. No word about networks.</extracomment>
        <translation>暂时无法在这里办理</translation>
    </message>
    <message>
        <source>That did not work</source>
        <extracomment>Kiosk: the device could not store the sign-in.</extracomment>
        <translation>没有成功</translation>
    </message>
</context>
<context>
    <name>LeaveButton</name>
    <message>
        <source>Touch again to close</source>
        <extracomment>Second touch of the button that ends the program.</extracomment>
        <translation>再点一次即退出</translation>
    </message>
    <message>
        <source>Close Muster</source>
        <extracomment>Button that ends the program on this device.</extracomment>
        <translation>退出程序</translation>
    </message>
</context>
<context>
    <name>LogTiles</name>
    <message>
        <source>The plan names no kinds of incident.</source>
        <extracomment>In place of the kinds of incident.</extracomment>
        <translation>方案中没有事件类型。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Muster</source>
        <extracomment>Title of the window. Muster is the name of the program.</extracomment>
        <translation>Muster</translation>
    </message>
</context>
<context>
    <name>MaterialHolders</name>
    <message>
        <source>Who has them</source>
        <extracomment>Heading of the list of who has things that were given out.</extracomment>
        <translation>在谁手里</translation>
    </message>
</context>
<context>
    <name>MaterialLine</name>
    <message>
        <source>%1 short</source>
        <extracomment>Under a kind of thing: fewer on site than needed. %1 is how many.</extracomment>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>%1 out</source>
        <extracomment>Under a kind of thing: given out and not back. %1 is how many.</extracomment>
        <translation>未还 %1</translation>
    </message>
    <message>
        <source>%1 unaccounted: %2</source>
        <extracomment>Under numbered documents: nobody said what became of them. %1 is how many, %2 the first of them.</extracomment>
        <translation>%1 份去向不明：%2</translation>
    </message>
    <message>
        <source>disputed: %1</source>
        <extracomment>Under numbered documents: two people say different things of them. %1 are their numbers.</extracomment>
        <translation>有争议：%1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <extracomment>Under a kind of thing. %1 is how many.</extracomment>
        <translation>遗失 %1</translation>
    </message>
    <message>
        <source>%1 broken</source>
        <extracomment>Under a kind of thing. %1 is how many.</extracomment>
        <translation>损坏 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many of a kind of thing are on site, of how many planned.</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>MaterialPanel</name>
    <message>
        <source>Touch a line to count things in or out.</source>
        <extracomment>No kind of thing is selected.</extracomment>
        <translation>点一行登记进出数量。</translation>
    </message>
    <message>
        <source>Numbers: 17 or 17-20</source>
        <extracomment>Placeholder of the field for numbers of documents.</extracomment>
        <translation>编号：17 或 17-20</translation>
    </message>
    <message>
        <source>How many</source>
        <extracomment>Placeholder of the field for how many things.</extracomment>
        <translation>数量</translation>
    </message>
    <message>
        <source>Arrived</source>
        <extracomment>Things: so many came to the site.</extracomment>
        <translation>到场</translation>
    </message>
    <message>
        <source>Given out</source>
        <extracomment>Things: so many were given out.</extracomment>
        <translation>发出</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Things: so many came back.</extracomment>
        <translation>归还</translation>
    </message>
    <message>
        <source>Packed</source>
        <extracomment>Things: so many were packed.</extracomment>
        <translation>已装箱</translation>
    </message>
    <message>
        <source>Lost</source>
        <extracomment>Things: so many are lost.</extracomment>
        <translation>遗失</translation>
    </message>
    <message>
        <source>Broken</source>
        <extracomment>Things: so many are broken.</extracomment>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Used</source>
        <extracomment>Numbered documents: these were filled in.</extracomment>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Void…</source>
        <extracomment>Numbered documents: these were spoilt. Asks why.</extracomment>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Void %1?</source>
        <extracomment>Dialog: numbered documents were spoilt. %1 are their numbers.</extracomment>
        <translation>作废 %1？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>MaterialWho</name>
    <message>
        <source>Who has them…</source>
        <extracomment>Button: chooses who has the things that are counted.</extracomment>
        <translation>交给谁…</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <extracomment>Spoken name of the button: nobody in particular has the things.</extracomment>
        <translation>不指定</translation>
    </message>
    <message>
        <source>Who has them?</source>
        <extracomment>Heading of the list of staff: who has the things that are counted.</extracomment>
        <translation>交给谁？</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>all</source>
        <extracomment>To whom something was said.</extracomment>
        <translation>全体</translation>
    </message>
    <message>
        <source>read by %1: %2</source>
        <extracomment>Under what was said. %1 is how many have read it, %2 who.</extracomment>
        <translation>%1 处已读：%2</translation>
    </message>
    <message>
        <source>no device shows it: tell them by radio</source>
        <extracomment>Under what was said: there is no device of that role or zone, and nobody of it has signed on anywhere.</extracomment>
        <translation>没有设备会显示：请用对讲机通知</translation>
    </message>
    <message>
        <source>shown on %1 devices, read by nobody yet</source>
        <extracomment>Under what was said: nobody has read it. %1 is a number of devices.</extracomment>
        <translation>%1 台设备显示，还无人阅读</translation>
    </message>
</context>
<context>
    <name>ModeButtons</name>
    <message>
        <source>Normal</source>
        <extracomment>How the hall or a zone runs: as usual. Also the all-clear.</extracomment>
        <translation>正常</translation>
    </message>
    <message>
        <source>Slow the flow</source>
        <extracomment>How the hall or a zone runs: in only as fast as others leave.</extracomment>
        <translation>限流</translation>
    </message>
    <message>
        <source>Nobody more in</source>
        <extracomment>How the hall or a zone runs: nobody more comes in.</extracomment>
        <translation>暂停进入</translation>
    </message>
    <message>
        <source>Evacuate</source>
        <extracomment>How the hall or a zone runs: everybody leaves.</extracomment>
        <translation>疏散</translation>
    </message>
</context>
<context>
    <name>PhasePanel</name>
    <message>
        <source>Ready: open the doors</source>
        <extracomment>Button: the phase after the preparation begins.</extracomment>
        <translation>准备就绪，进入开门阶段</translation>
    </message>
    <message>
        <source>The event begins</source>
        <extracomment>Button: the doors are open, the event proper begins.</extracomment>
        <translation>活动开始</translation>
    </message>
    <message>
        <source>Close the day</source>
        <extracomment>Button: the event is over, things are brought back and counted.</extracomment>
        <translation>进入收尾</translation>
    </message>
    <message>
        <source>Phase</source>
        <extracomment>Heading of the phase of the day.</extracomment>
        <translation>阶段</translation>
    </message>
    <message>
        <source>prepare</source>
        <extracomment>Phase of the day.</extracomment>
        <translation>准备</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>Phase of the day.</extracomment>
        <translation>开门</translation>
    </message>
    <message>
        <source>live</source>
        <extracomment>Phase of the day.</extracomment>
        <translation>进行</translation>
    </message>
    <message>
        <source>close</source>
        <extracomment>Phase of the day.</extracomment>
        <translation>收尾</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
    <message>
        <source>%1 still to be done:</source>
        <extracomment>Above the list of what a phase still wants.</extracomment>
        <translation>还有 %1 项未完成：</translation>
    </message>
    <message>
        <source>All of this phase is done.</source>
        <extracomment>A phase wants nothing more.</extracomment>
        <translation>本阶段全部完成。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Cancel</source>
        <extracomment>Leaves the PIN pad.</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Spoken name of the key that deletes one digit.</extracomment>
        <translation>删除</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>The PIN is complete.</extracomment>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>PostLine</name>
    <message>
        <source>%1 missing for %2 min</source>
        <extracomment>Under a post with too few people. %1 is how many are missing, %2 for how many minutes.</extracomment>
        <translation>缺 %1 人，已 %2 分钟</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <extracomment>Under a post with too few people. %1 is how many are missing.</extracomment>
        <translation>缺 %1 人</translation>
    </message>
    <message>
        <source>relief due %1: %2</source>
        <extracomment>Under a post: somebody should have been relieved. %1 is when, %2 who relieves.</extracomment>
        <translation>%1 应替岗：%2</translation>
    </message>
    <message>
        <source>short from %1</source>
        <extracomment>Under a post: by the shifts it will have too few people. %1 is when.</extracomment>
        <translation>%1 起缺人</translation>
    </message>
    <message>
        <source>relief %1: %2</source>
        <extracomment>Under a post. %1 is when, %2 who relieves.</extracomment>
        <translation>%1 替岗：%2</translation>
    </message>
    <message>
        <source>relief coming: %1</source>
        <extracomment>Under a post: somebody is on the way to relieve. %1 is who.</extracomment>
        <translation>替岗在途：%1</translation>
    </message>
</context>
<context>
    <name>PostPanel</name>
    <message>
        <source>radio %1</source>
        <extracomment>On the card of a post. %1 is the channel of the radio.</extracomment>
        <translation>对讲 %1 频道</translation>
    </message>
    <message>
        <source>lead: %1</source>
        <extracomment>On the card of a post. %1 is the name of the zone&apos;s lead.</extracomment>
        <translation>负责人：%1</translation>
    </message>
    <message>
        <source>Nobody stands here.</source>
        <extracomment>Nobody stands at the selected post.</extracomment>
        <translation>无人在岗。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
    <message>
        <source>Put in…</source>
        <extracomment>Button: somebody takes the selected post.</extracomment>
        <translation>上岗…</translation>
    </message>
    <message>
        <source>Send a floater…</source>
        <extracomment>Button: sends somebody who stands by to the selected post.</extracomment>
        <translation>派机动…</translation>
    </message>
    <message>
        <source>Who takes %1?</source>
        <extracomment>Heading of the list of staff for a post. %1 is the post.</extracomment>
        <translation>谁上岗：%1？</translation>
    </message>
    <message>
        <source>Who goes to %1?</source>
        <extracomment>Heading of the list of staff who can be sent. %1 is a post.</extracomment>
        <translation>派谁去：%1？</translation>
    </message>
    <message>
        <source>Who relieves?</source>
        <extracomment>Heading of the list of staff: who takes over from somebody.</extracomment>
        <translation>由谁替岗？</translation>
    </message>
</context>
<context>
    <name>PrizeBand</name>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
</context>
<context>
    <name>PrizeCard</name>
    <message>
        <source>%1 left here</source>
        <extracomment>How many pieces of a prize lie at this desk.</extracomment>
        <translation>本台剩余 %1</translation>
    </message>
    <message>
        <source>Recorded: hold to hand over</source>
        <extracomment>Button that is held: the prize was recorded already, and now goes into the guest&apos;s hands.</extracomment>
        <translation>已登记，按住发放</translation>
    </message>
    <message>
        <source>Hold to hand over</source>
        <extracomment>Button that is held for half a second: the prize goes into the guest&apos;s hands.</extracomment>
        <translation>按住发放</translation>
    </message>
</context>
<context>
    <name>PrizeFind</name>
    <message>
        <source>Or type the code</source>
        <extracomment>Field of the prize desk for a guest&apos;s code that cannot be scanned.</extracomment>
        <translation>或手动输入号码</translation>
    </message>
    <message>
        <source>Next guest</source>
        <extracomment>Button of the prize desk: done with this guest.</extracomment>
        <translation>下一位来宾</translation>
    </message>
</context>
<context>
    <name>PrizeGuest</name>
    <message>
        <source>%1 – handed over</source>
        <extracomment>Green banner of the prize desk: the guest has it. %1 is the prize.</extracomment>
        <translation>%1 · 已发放</translation>
    </message>
    <message>
        <source>No prize is for this guest.</source>
        <extracomment>At the prize desk, about the guest: no prize of the plan is for their class.</extracomment>
        <translation>没有该来宾可领的奖品。</translation>
    </message>
</context>
<context>
    <name>PrizeIdle</name>
    <message>
        <source>Nobody has this code</source>
        <extracomment>The code that was shown at the prize desk belongs to no guest.</extracomment>
        <translation>查无此码</translation>
    </message>
    <message>
        <source>Scan the guest&apos;s code</source>
        <extracomment>The prize desk waits for a guest.</extracomment>
        <translation>请扫来宾的二维码</translation>
    </message>
    <message>
        <source>Scan it once more, or send the guest to the problem desk.</source>
        <extracomment>What to do when the code belongs to no guest.</extracomment>
        <translation>请再扫一次，或请来宾到疑难台。</translation>
    </message>
    <message>
        <source>Then you see what they may have.</source>
        <extracomment>What happens at the prize desk after a scan.</extracomment>
        <translation>随后显示可领取的礼品。</translation>
    </message>
    <message>
        <source>Recorded, not handed over: did the guest get it?</source>
        <extracomment>Heading of the prizes that this desk recorded, and nobody said whether the guest got them.</extracomment>
        <translation>已登记、未确认发放：来宾拿到了吗？</translation>
    </message>
    <message>
        <source>Or scan the next guest&apos;s code.</source>
        <translation>或直接扫下一位来宾的二维码。</translation>
    </message>
</context>
<context>
    <name>PrizeOpenLine</name>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>Button on a recorded prize: the guest did not get it.</extracomment>
        <translation>没有</translation>
    </message>
    <message>
        <source>Yes</source>
        <extracomment>Button on a recorded prize: the guest has it.</extracomment>
        <translation>拿到了</translation>
    </message>
</context>
<context>
    <name>PrizeProof</name>
    <message>
        <source>Last four digits of the phone number</source>
        <extracomment>Step before a prize is handed over.</extracomment>
        <translation>请来宾报手机号后四位</translation>
    </message>
    <message>
        <source>Number of the paper that was shown</source>
        <extracomment>Step before a prize is handed over: of an identity card or another paper.</extracomment>
        <translation>请录入所出示证件的号码</translation>
    </message>
    <message>
        <source>Have the guest sign for it</source>
        <extracomment>Step before a prize is handed over.</extracomment>
        <translation>请来宾签收</translation>
    </message>
    <message>
        <source>Four digits</source>
        <extracomment>Field for what the guest shows before a prize is handed over.</extracomment>
        <translation>四位数字</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Not after all…</source>
        <extracomment>Button: the prize is not handed over after all; asks why.</extracomment>
        <translation>暂不发放…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <extracomment>Green button: the proof is right, the prize goes into the guest&apos;s hands.</extracomment>
        <translation>发放</translation>
    </message>
    <message>
        <source>Signed: hand over</source>
        <extracomment>Green button: the guest has signed, the prize goes into their hands.</extracomment>
        <translation>已签收，发放</translation>
    </message>
</context>
<context>
    <name>PrizeScreen</name>
    <message>
        <source>Not handed over?</source>
        <extracomment>Dialog: a prize that was recorded is not handed over.</extracomment>
        <translation>没有发放？</translation>
    </message>
    <message>
        <source>The piece stays at this desk, and the guest may still have it later.</source>
        <extracomment>What the dialog explains before a recorded prize is taken back.</extracomment>
        <translation>礼品留在本台，来宾之后仍可领取。</translation>
    </message>
    <message>
        <source>Not handed over</source>
        <extracomment>Button: takes the record of a prize back.</extracomment>
        <translation>没有发放</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Question %1 of %2</source>
        <extracomment>Progress above a question: first number of second number.</extracomment>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>How many people came with you?</source>
        <extracomment>Question to a guest: how many unnamed people came along.</extracomment>
        <translation>有几位随行？</translation>
    </message>
    <message>
        <source>Who is here with you?</source>
        <extracomment>Question to a guest of a family or group: which members stand here.</extracomment>
        <translation>哪几位到了？</translation>
    </message>
    <message>
        <source>Your answer</source>
        <extracomment>Placeholder of the field for a free answer.</extracomment>
        <translation>您的回答</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Why? A few words</source>
        <extracomment>Placeholder of the field for the reason of an act.</extracomment>
        <translation>请写明理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Closes a dialog without doing anything.</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RivalLine</name>
    <message>
        <source>self-service</source>
        <extracomment>A guest signed in alone at a kiosk, without staff.</extracomment>
        <translation>自助</translation>
    </message>
    <message>
        <source>first</source>
        <extracomment>Mark on the first of several sign-ins.</extracomment>
        <translation>最先</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>annulled</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>RollLine</name>
    <message>
        <source>Name not here yet</source>
        <translation>姓名尚未同步</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>On the muster list: when a guest came to where they are. %1 is a time.</extracomment>
        <translation>%1 起</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Name, phone, code</source>
        <extracomment>Placeholder of the greeter&apos;s search field.</extracomment>
        <translation>姓名、电话或码</translation>
    </message>
</context>
<context>
    <name>SentLine</name>
    <message>
        <source>on the way</source>
        <translation>在路上</translation>
    </message>
    <message>
        <source>there</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已派出</translation>
    </message>
    <message>
        <source>since %1 · %2 min</source>
        <translation>%1 起 · %2 分钟</translation>
    </message>
    <message>
        <source>on two incidents: %1</source>
        <extracomment>Under somebody who is on two incidents at once. %1 are their numbers.</extracomment>
        <translation>同时在两起事件：%1</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>出发</translation>
    </message>
    <message>
        <source>There</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Is back</source>
        <extracomment>Button: somebody who was sent away has come back.</extracomment>
        <translation>已返回</translation>
    </message>
</context>
<context>
    <name>SentList</name>
    <message>
        <source>Sent out · %1</source>
        <extracomment>Heading of the list of staff who were sent somewhere; %1 is how many.</extracomment>
        <translation>派出 · %1</translation>
    </message>
</context>
<context>
    <name>SessionLine</name>
    <message>
        <source>open</source>
        <extracomment>State of a session: guests sign in for it.</extracomment>
        <translation>开放中</translation>
    </message>
    <message>
        <source>closed</source>
        <extracomment>State of a session: nobody signs in for it.</extracomment>
        <translation>未开放</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>Button: nobody signs in for this session any more.</extracomment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Button: guests may sign in for this session from now on.</extracomment>
        <translation>开放</translation>
    </message>
</context>
<context>
    <name>StaffAlertLine</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>called: %1</source>
        <translation>呼叫：%1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <extracomment>On an alert that came up again. %1 is who had it in hand before.</extracomment>
        <translation>之前由 %1 处理</translation>
    </message>
    <message>
        <source>nobody has answered</source>
        <translation>无人响应</translation>
    </message>
    <message>
        <source>Seen · again in %1 min</source>
        <extracomment>Button on an alert: somebody sees to it, and it comes up again after %1 minutes.</extracomment>
        <translation>已知悉 · %1 分钟后再提醒</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Small button beside &quot;Seen&quot;: look at the alert again after so many minutes.</extracomment>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>StaffBell</name>
    <message>
        <source>No code? Ask us</source>
        <extracomment>Button for a guest who has no invitation code: calls a member of staff.</extracomment>
        <translation>没有码？请叫我们</translation>
    </message>
    <message>
        <source>Please wait, staff are called</source>
        <extracomment>After a guest rang the bell, and staff&apos;s devices have the call.</extracomment>
        <translation>请稍候，已通知工作人员</translation>
    </message>
    <message>
        <source>Calling…</source>
        <extracomment>After a guest rang the bell, for a moment: nobody has the call yet.</extracomment>
        <translation>正在呼叫…</translation>
    </message>
    <message>
        <source>Please go to the problem desk</source>
        <extracomment>After a guest rang the bell while the kiosk has no link: nobody hears it now.</extracomment>
        <translation>请前往疑难台</translation>
    </message>
</context>
<context>
    <name>StaffButton</name>
    <message>
        <source>Settings of this device</source>
        <extracomment>Spoken name of the button that opens the switches of this device.</extracomment>
        <translation>本机设置</translation>
    </message>
</context>
<context>
    <name>StaffCode</name>
    <message>
        <source>Staff code for kiosks</source>
        <extracomment>Spoken name of the QR code that opens a kiosk&apos;s menu.</extracomment>
        <translation>自助机工作码</translation>
    </message>
    <message>
        <source>PIN of all kiosks</source>
        <extracomment>Above the PIN that opens the menu of every kiosk.</extracomment>
        <translation>全部自助机的口令</translation>
    </message>
    <message>
        <source>At a kiosk: touch the lock, or hold this code to the camera.</source>
        <extracomment>How the PIN and the QR code are used.</extracomment>
        <translation>在自助机上点小锁输入，或用此码对准摄像头。</translation>
    </message>
</context>
<context>
    <name>StaffLine</name>
    <message>
        <source>stands by</source>
        <extracomment>Where somebody of the staff is: free to be sent.</extracomment>
        <translation>待命</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <extracomment>Where somebody of the staff is. %1 is where they were sent.</extracomment>
        <translation>已派往 %1</translation>
    </message>
    <message>
        <source>on break</source>
        <extracomment>Where somebody of the staff is.</extracomment>
        <translation>休息</translation>
    </message>
    <message>
        <source>at the meal</source>
        <extracomment>Where somebody of the staff is.</extracomment>
        <translation>用餐</translation>
    </message>
    <message>
        <source>not at work</source>
        <extracomment>Where somebody of the staff is: nobody has seen them take a post.</extracomment>
        <translation>未到岗</translation>
    </message>
    <message>
        <source>on two incidents: %1</source>
        <translation>同时在两起事件：%1</translation>
    </message>
</context>
<context>
    <name>StaffPicker</name>
    <message>
        <source>Name, code or company</source>
        <extracomment>Placeholder of the field that narrows a list of staff.</extracomment>
        <translation>姓名、编号或单位</translation>
    </message>
    <message>
        <source>Nobody of that name.</source>
        <extracomment>A list of staff is empty.</extracomment>
        <translation>没有这个人。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Closes a list of staff without choosing anybody.</extracomment>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>StaffSheet</name>
    <message>
        <source>This device</source>
        <extracomment>Spoken name of the sheet with the switches of this device.</extracomment>
        <translation>本机设置</translation>
    </message>
    <message>
        <source>For staff: PIN</source>
        <extracomment>Above the PIN pad of a kiosk.</extracomment>
        <translation>工作人员请输入口令</translation>
    </message>
    <message>
        <source>Too often wrong. Wait %1 s</source>
        <extracomment>Too many wrong PINs. %1 is how many seconds nobody can try.</extracomment>
        <translation>错误次数过多，请等 %1 秒</translation>
    </message>
    <message>
        <source>That is not the PIN</source>
        <extracomment>The PIN was wrong; try again.</extracomment>
        <translation>口令不对</translation>
    </message>
    <message>
        <source>The coordinator&apos;s screen shows it</source>
        <extracomment>Where staff find the PIN.</extracomment>
        <translation>口令见指挥台</translation>
    </message>
</context>
<context>
    <name>StaffSwitches</name>
    <message>
        <source>This device</source>
        <translation>本机设置</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>Staff set the language in which this device starts.</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>Staff set how this device looks: light, dark, high contrast.</extracomment>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>Dark letters on a light ground.</extracomment>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>Light letters on a dark ground.</extracomment>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>White letters on black, for bad light and weak eyes.</extracomment>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Sounds</source>
        <extracomment>Staff set whether this device makes sounds.</extracomment>
        <translation>声音</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>Sounds are on.</extracomment>
        <translation>开</translation>
    </message>
    <message>
        <source>Muted</source>
        <extracomment>Sounds are off.</extracomment>
        <translation>静音</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>Staff set whether things move on the screen.</extracomment>
        <translation>动效</translation>
    </message>
    <message>
        <source>Gentle</source>
        <extracomment>Things may move.</extracomment>
        <translation>柔和</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>Nothing moves.</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>too long: %1 min</source>
        <extracomment>Somebody stands at a post longer than is good. %1 is for how many minutes.</extracomment>
        <translation>站岗过久：%1 分钟</translation>
    </message>
    <message>
        <source>since %1 · %2 min</source>
        <extracomment>Since when somebody stands at a post. %1 is a time, %2 minutes.</extracomment>
        <translation>%1 起 · %2 分钟</translation>
    </message>
    <message>
        <source>relief %1: %2</source>
        <translation>%1 替岗：%2</translation>
    </message>
    <message>
        <source>relief coming: %1</source>
        <translation>替岗在途：%1</translation>
    </message>
    <message>
        <source>Uniform in order</source>
        <extracomment>Button: this person&apos;s item is in order; only then they count. %1 is uniform, badge, briefing or radio.</extracomment>
        <translation>着装合格</translation>
    </message>
    <message>
        <source>Badge in order</source>
        <extracomment>Button: somebody at a post has their badge.</extracomment>
        <translation>证件合格</translation>
    </message>
    <message>
        <source>Briefed</source>
        <extracomment>Button: somebody at a post was briefed.</extracomment>
        <translation>已交底</translation>
    </message>
    <message>
        <source>Has a radio</source>
        <extracomment>Button: somebody at a post has a radio.</extracomment>
        <translation>已领对讲</translation>
    </message>
    <message>
        <source>%1 in order</source>
        <extracomment>Button: something else that a post asks for is in order. %1 is the plan&apos;s word for it.</extracomment>
        <translation>%1 合格</translation>
    </message>
    <message>
        <source>Relieved</source>
        <extracomment>Button: who was named to relieve this person is here and takes the post.</extracomment>
        <translation>已替岗</translation>
    </message>
    <message>
        <source>Relief…</source>
        <extracomment>Button: names who relieves this person.</extracomment>
        <translation>替岗…</translation>
    </message>
    <message>
        <source>Leaves</source>
        <extracomment>Button: this person leaves the post.</extracomment>
        <translation>离岗</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>%1: one fewer</source>
        <extracomment>Spoken name of the minus button beside a number. %1 is what is counted.</extracomment>
        <translation>%1：减一</translation>
    </message>
    <message>
        <source>%1: one more</source>
        <extracomment>Spoken name of the plus button beside a number. %1 is what is counted.</extracomment>
        <translation>%1：加一</translation>
    </message>
</context>
<context>
    <name>TaskLine</name>
    <message>
        <source>%1 min late</source>
        <extracomment>Under a task. %1 is for how many minutes it should have been done.</extracomment>
        <translation>晚 %1 分钟</translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <extracomment>Under a task without an owner.</extracomment>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>%1 done, %2 missed</source>
        <extracomment>Under a task that comes again and again. %1 and %2 are numbers.</extracomment>
        <translation>完成 %1 次，漏 %2 次</translation>
    </message>
    <message>
        <source>begun</source>
        <extracomment>Mark on a task that somebody has begun.</extracomment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>left out</source>
        <extracomment>Mark on a task that was left out.</extracomment>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Reopen</source>
        <extracomment>Button: a task is to be done after all.</extracomment>
        <translation>重开</translation>
    </message>
    <message>
        <source>Scan</source>
        <extracomment>Button: scans the code that hangs in the zone, as proof of a round.</extracomment>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button: a task is done.</extracomment>
        <translation>完成</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>Button: somebody begins with a task.</extracomment>
        <translation>开始</translation>
    </message>
    <message>
        <source>Skip…</source>
        <extracomment>Button: a task is not done at all. Asks why.</extracomment>
        <translation>取消…</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Keyboard</source>
        <extracomment>Spoken name of the keyboard on the screen.</extracomment>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Spoken name of the key that deletes one letter.</extracomment>
        <translation>删除</translation>
    </message>
    <message>
        <source>Capitals</source>
        <extracomment>Spoken name of the key for capital letters.</extracomment>
        <translation>大写</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>The space bar of the keyboard on the screen.</extracomment>
        <translation>空格</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Key that puts the keyboard on the screen away.</extracomment>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>WallGaps</name>
    <message>
        <source>short from %1</source>
        <translation>%1 起缺人</translation>
    </message>
    <message>
        <source>%1 missing for %2 min</source>
        <translation>缺 %1 人，已 %2 分钟</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺 %1 人</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <extracomment>Behind the last line of a list that has more than fit. %1 is how many more.</extracomment>
        <translation>还有 %1</translation>
    </message>
</context>
<context>
    <name>WallHead</name>
    <message>
        <source>lead: %1</source>
        <extracomment>On the wall of a zone&apos;s staff. %1 is the name of the zone&apos;s lead.</extracomment>
        <translation>负责人：%1</translation>
    </message>
</context>
<context>
    <name>WallLine</name>
    <message>
        <source>uniform</source>
        <extracomment>What somebody at a post has not in order.</extracomment>
        <translation>着装</translation>
    </message>
    <message>
        <source>badge</source>
        <extracomment>What somebody at a post has not in order.</extracomment>
        <translation>工牌</translation>
    </message>
    <message>
        <source>briefing</source>
        <extracomment>What somebody at a post has not in order.</extracomment>
        <translation>交底</translation>
    </message>
    <message>
        <source>radio</source>
        <extracomment>What somebody at a post has not in order.</extracomment>
        <translation>对讲机</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>too long: %1 min</source>
        <extracomment>On the wall: somebody stands at a post longer than is good. %1 is for how many minutes.</extracomment>
        <translation>站岗过久：%1 分钟</translation>
    </message>
    <message>
        <source>%1 ← %2</source>
        <extracomment>On the wall: somebody is relieved. %1 is when, %2 by whom.</extracomment>
        <translation>%1 ← %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>On the wall: when somebody&apos;s shift ends.</extracomment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>sent → %1</source>
        <extracomment>On the wall: somebody is sent here and has not set out. %1 is the post.</extracomment>
        <translation>已派 → %1</translation>
    </message>
    <message>
        <source>on the way → %1</source>
        <extracomment>On the wall: somebody is on the way here. %1 is the post.</extracomment>
        <translation>途中 → %1</translation>
    </message>
    <message>
        <source>due %1 → %2</source>
        <extracomment>On the wall: somebody should be here since then. %1 is a time, %2 the post.</extracomment>
        <translation>%1 应到 → %2</translation>
    </message>
</context>
<context>
    <name>WallList</name>
    <message>
        <source>+%1 more</source>
        <translation>还有 %1</translation>
    </message>
</context>
<context>
    <name>WallScreen</name>
    <message>
        <source>Here · %1</source>
        <extracomment>Heading on the wall of a zone&apos;s staff: who is here. %1 is how many.</extracomment>
        <translation>在岗 · %1</translation>
    </message>
    <message>
        <source>Leaving · %1</source>
        <extracomment>Heading on the wall of a zone&apos;s staff: who goes soon, or should. %1 is how many.</extracomment>
        <translation>将离开 · %1</translation>
    </message>
    <message>
        <source>Arriving · %1</source>
        <extracomment>Heading on the wall of a zone&apos;s staff: who comes within the hour, or should be here. %1 is how many.</extracomment>
        <translation>将到 · %1</translation>
    </message>
    <message>
        <source>Not ready · %1</source>
        <extracomment>Heading on the wall of a zone&apos;s staff: who has not everything in order. %1 is how many.</extracomment>
        <translation>未就绪 · %1</translation>
    </message>
    <message>
        <source>This board&apos;s station stands in no zone of the plan</source>
        <extracomment>Veil over the wall of a zone&apos;s staff: the plan does not say where it hangs.</extracomment>
        <translation>此屏所在位置不属于计划中的任何区域</translation>
    </message>
    <message>
        <source>As of %1 – ask your lead</source>
        <extracomment>Veil over the wall of a zone&apos;s staff, which is cut off. %1 is a time like 14:01.</extracomment>
        <translation>截至 %1——请问区长</translation>
    </message>
    <message>
        <source>Nothing known yet – ask your lead</source>
        <extracomment>Veil over the wall of a zone&apos;s staff, which never heard of the day.</extracomment>
        <translation>尚无数据——请问区长</translation>
    </message>
</context>
<context>
    <name>WatchCards</name>
    <message>
        <source>Watch out for: %1</source>
        <extracomment>On the device of an exit: who or what is looked for. %1 is a description.</extracomment>
        <translation>请留意：%1</translation>
    </message>
    <message>
        <source>Watch out: %1. What to look for is not written yet.</source>
        <extracomment>The same before somebody wrote a description. %1 is the kind of incident.</extracomment>
        <translation>请留意：%1。特征尚未填写。</translation>
    </message>
    <message>
        <source>seen by %1 at %2</source>
        <extracomment>Under what an exit looks out for: it was seen. %1 is a name, %2 a time.</extracomment>
        <translation>%1 于 %2 已留意</translation>
    </message>
    <message>
        <source>Seen at %1</source>
        <extracomment>Button: an exit looks out from now on. %1 is the exit&apos;s name.</extracomment>
        <translation>%1 已留意</translation>
    </message>
</context>
<context>
    <name>WatchExits</name>
    <message>
        <source>Watch out for: %1</source>
        <translation>请留意：%1</translation>
    </message>
    <message>
        <source>The exits do not know what to look for.</source>
        <extracomment>On an incident about who is missing: nobody wrote what the exits are to look for.</extracomment>
        <translation>各出口还不知道要留意什么。</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Button: what the exits are to look out for.</extracomment>
        <translation>更改</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Exits that do not look out yet: %1</source>
        <extracomment>Of a missing person: how many exits have not said that they look out.</extracomment>
        <translation>尚未留意的出口：%1 个</translation>
    </message>
    <message>
        <source>Every exit looks out.</source>
        <extracomment>Of a missing person: every exit looks out.</extracomment>
        <translation>各出口均已留意。</translation>
    </message>
    <message>
        <source>What do the exits look out for? (#%1)</source>
        <extracomment>Dialog: what the exits are to look out for. %1 is the incident&apos;s number.</extracomment>
        <translation>各出口要留意什么？（#%1）</translation>
    </message>
    <message>
        <source>Every exit reads this. No names: age, clothes, hair, what they carry.</source>
        <extracomment>In the dialog for what exits look out for.</extracomment>
        <translation>每个出口都会看到。不写姓名，只写年龄、衣着、发型、随身物品。</translation>
    </message>
    <message>
        <source>Girl, 6, red jacket</source>
        <extracomment>Placeholder of the field for what exits look out for.</extracomment>
        <translation>女孩，6 岁，红色外套</translation>
    </message>
    <message>
        <source>Tell the exits</source>
        <extracomment>Button that tells the exits what to look out for.</extracomment>
        <translation>通知各出口</translation>
    </message>
</context>
<context>
    <name>WelcomeChips</name>
    <message>
        <source>+ %1 companions</source>
        <extracomment>How many unnamed people came along.</extracomment>
        <translation>+ %1 随行</translation>
    </message>
    <message>
        <source>%1 is coming to meet you</source>
        <extracomment>To a VIP or a journalist: %1 is the name of the member of staff who is on the way.</extracomment>
        <translation>%1 正来迎接您</translation>
    </message>
    <message>
        <source>Please take your slip</source>
        <extracomment>While the kiosk prints a slip for the guest.</extracomment>
        <translation>请取走小票</translation>
    </message>
</context>
<context>
    <name>WorkerButton</name>
    <message>
        <source>Sign on</source>
        <extracomment>Button in the bar of a staff device: nobody has said yet who works here.</extracomment>
        <translation>登录</translation>
    </message>
    <message>
        <source>%1 works here; change</source>
        <extracomment>Spoken name of the button with who works at this device. %1 is a name.</extracomment>
        <translation>%1 在此工作；更换</translation>
    </message>
</context>
<context>
    <name>WorkerChoice</name>
    <message>
        <source>Who gets a new PIN?</source>
        <extracomment>Title of a list of staff: the one who is touched gets a new PIN.</extracomment>
        <translation>给谁设新 PIN？</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <extracomment>Title of the sheet where staff say who works at this device; nobody has yet.</extracomment>
        <translation>谁在此工作？</translation>
    </message>
    <message>
        <source>%1 works here</source>
        <extracomment>Title of the sheet where staff say who works at this device. %1 is a name.</extracomment>
        <translation>%1 在此工作</translation>
    </message>
    <message>
        <source>%1 still has to give back: %2</source>
        <extracomment>Who signed off still has radios, keys … %1 is a name, %2 the tags.</extracomment>
        <translation>%1 还需归还：%2</translation>
    </message>
    <message>
        <source>Sign off</source>
        <extracomment>Button: who works at this device leaves it.</extracomment>
        <translation>退出</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <extracomment>Button: who works at this device wants another PIN.</extracomment>
        <translation>更改 PIN</translation>
    </message>
    <message>
        <source>Give somebody a PIN</source>
        <extracomment>Button at the coordinator&apos;s: somebody of the staff gets a new PIN.</extracomment>
        <translation>给人设 PIN</translation>
    </message>
    <message>
        <source>Scan your badge, or touch your name. What is done here bears it from then on.</source>
        <extracomment>Under the title of the sheet where staff say who works at this device.</extracomment>
        <translation>扫描工牌，或点选姓名。此后在本机所做的都记在您名下。</translation>
    </message>
    <message>
        <source>Name, code or company</source>
        <translation>姓名、编号或单位</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>Closes the sheet where staff say who works at this device.</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>返回工作</translation>
    </message>
</context>
<context>
    <name>WorkerLine</name>
    <message>
        <source>PIN</source>
        <extracomment>Mark of a member of staff of whom a PIN is asked.</extracomment>
        <translation>PIN</translation>
    </message>
    <message>
        <source>here</source>
        <extracomment>Beside a member of staff: works at this device.</extracomment>
        <translation>在此</translation>
    </message>
</context>
<context>
    <name>WorkerSheet</name>
    <message>
        <source>That is no badge of our staff</source>
        <extracomment>Sheet for signing on: what was scanned is no badge of our staff.</extracomment>
        <translation>这不是本场工作人员的工牌</translation>
    </message>
    <message>
        <source>Those were two different PINs – once more</source>
        <extracomment>A new PIN is typed twice, and the second was another one.</extracomment>
        <translation>两次输入的 PIN 不同——请重来</translation>
    </message>
    <message>
        <source>Who works here</source>
        <extracomment>Spoken name of the sheet where staff say who works at this device.</extracomment>
        <translation>谁在此工作</translation>
    </message>
    <message>
        <source>%1: the PIN until now</source>
        <extracomment>Above a PIN pad. %1 is a name.</extracomment>
        <translation>%1：原 PIN</translation>
    </message>
    <message>
        <source>%1: a new PIN</source>
        <extracomment>Above a PIN pad. %1 is a name.</extracomment>
        <translation>%1：新 PIN</translation>
    </message>
    <message>
        <source>%1: the new PIN again</source>
        <extracomment>Above a PIN pad. %1 is a name.</extracomment>
        <translation>%1：再输一次新 PIN</translation>
    </message>
    <message>
        <source>%1: PIN</source>
        <extracomment>Above a PIN pad. %1 is a name.</extracomment>
        <translation>%1：PIN</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <extracomment>Under the title of a PIN pad: how long a PIN is.</extracomment>
        <translation>4 到 8 位数字</translation>
    </message>
</context>
<context>
    <name>ZoneAlerts</name>
    <message>
        <source>Nothing calls you.</source>
        <extracomment>In place of the alerts of a zone: there are none.</extracomment>
        <translation>没有需要您处理的告警。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚无数据。</translation>
    </message>
    <message>
        <source>In hand:</source>
        <translation>已有人处理：</translation>
    </message>
    <message>
        <source>again at %1</source>
        <extracomment>Behind an alert that somebody sees to. %1 is the time when it comes up again.</extracomment>
        <translation>%1 再提醒</translation>
    </message>
</context>
<context>
    <name>ZoneCount</name>
    <message>
        <source>One went out</source>
        <extracomment>Spoken name of the button that counts one person out of the zone.</extracomment>
        <translation>出去一人</translation>
    </message>
    <message>
        <source>Take the last count back</source>
        <extracomment>Spoken name of the button that takes the last count back.</extracomment>
        <translation>撤销上一次计数</translation>
    </message>
    <message>
        <source>One came in</source>
        <extracomment>Spoken name of the button that counts one person into the zone.</extracomment>
        <translation>进来一人</translation>
    </message>
</context>
<context>
    <name>ZoneFoot</name>
    <message>
        <source>Log an incident</source>
        <extracomment>The big button of a zone&apos;s lead: something went wrong.</extracomment>
        <translation>上报事件</translation>
    </message>
    <message>
        <source>Zone runs</source>
        <extracomment>On the button for how the zone runs: as usual.</extracomment>
        <translation>运行正常</translation>
    </message>
    <message>
        <source>Slow</source>
        <extracomment>On the button for how the zone runs: in only as fast as others leave.</extracomment>
        <translation>限流</translation>
    </message>
    <message>
        <source>Nobody in</source>
        <extracomment>On the button for how the zone runs: nobody more comes in.</extracomment>
        <translation>暂停进入</translation>
    </message>
    <message>
        <source>Evacuate</source>
        <extracomment>On the button for how the zone runs: everybody leaves.</extracomment>
        <translation>疏散</translation>
    </message>
    <message>
        <source>Back to the zone</source>
        <extracomment>Button: back to the first page of the zone.</extracomment>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ZoneHome</name>
    <message>
        <source>Posts</source>
        <extracomment>Heading of the posts of a zone, with how many are staffed beside.</extracomment>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Incidents</source>
        <extracomment>Heading of the incidents of a zone, with how many are open beside.</extracomment>
        <translation>事件</translation>
    </message>
    <message>
        <source>Tasks and rounds</source>
        <extracomment>Heading of the tasks and rounds of a zone, with how many are open beside.</extracomment>
        <translation>任务与巡检</translation>
    </message>
    <message>
        <source>%1 late</source>
        <extracomment>Beside the heading of the tasks. %1 is how many should have been done by now.</extracomment>
        <translation>逾期 %1 项</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
</context>
<context>
    <name>ZoneIncidents</name>
    <message>
        <source>Nothing has gone wrong here.</source>
        <extracomment>In place of the incidents of a zone: there were none.</extracomment>
        <translation>本区没有事件。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
</context>
<context>
    <name>ZoneLogged</name>
    <message>
        <source>#%1 logged. Add words…</source>
        <extracomment>Green strip after an incident was logged. %1 is its number. A touch opens it.</extracomment>
        <translation>#%1 已上报，补充说明…</translation>
    </message>
    <message>
        <source>Put away</source>
        <extracomment>Spoken name of the button that puts a notice away.</extracomment>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>ZoneMode</name>
    <message>
        <source>Zone %1 runs …</source>
        <extracomment>Heading of the four ways in which a zone may run. %1 is the zone&apos;s letter.</extracomment>
        <translation>%1 区运行方式</translation>
    </message>
    <message>
        <source>The whole hall runs stricter than this zone.</source>
        <extracomment>The commander has set a stricter way for the whole hall.</extracomment>
        <translation>全场状态比本区更严格。</translation>
    </message>
    <message>
        <source>Set by %1. Hold a button to change it.</source>
        <extracomment>Who set how the zone runs. %1 is a name.</extracomment>
        <translation>由 %1 设置。按住按钮更改。</translation>
    </message>
    <message>
        <source>Hold a button to change it.</source>
        <extracomment>How the way a zone runs is changed.</extracomment>
        <translation>按住按钮更改。</translation>
    </message>
</context>
<context>
    <name>ZonePicks</name>
    <message>
        <source>Whole hall</source>
        <extracomment>Choice of where something is: no zone in particular.</extracomment>
        <translation>全场</translation>
    </message>
</context>
<context>
    <name>ZonePosts</name>
    <message>
        <source>The plan has no posts here.</source>
        <extracomment>In place of the posts of a zone.</extracomment>
        <translation>本区没有岗位。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
</context>
<context>
    <name>ZoneRecount</name>
    <message>
        <source>How many vehicles are here?</source>
        <extracomment>Above the pad for a recount of a car park.</extracomment>
        <translation>现场有多少辆车？</translation>
    </message>
    <message>
        <source>How many people are here?</source>
        <extracomment>Above the pad for a recount of a zone.</extracomment>
        <translation>现场有多少人？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Record the count</source>
        <extracomment>Spoken name of the key that records a recount.</extracomment>
        <translation>记录清点数</translation>
    </message>
</context>
<context>
    <name>ZoneRing</name>
    <message>
        <source>No zone</source>
        <extracomment>This device stands in no zone of the plan.</extracomment>
        <translation>未设区域</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>full</source>
        <extracomment>In the ring of a zone: it holds as many as it may.</extracomment>
        <translation>已满</translation>
    </message>
    <message>
        <source>full in ~%1 min</source>
        <extracomment>In the ring of a zone: a forecast. %1 is a number of minutes.</extracomment>
        <translation>约 %1 分钟后满</translation>
    </message>
    <message>
        <source>Recount</source>
        <extracomment>Button: types in how many heads were counted in the zone.</extracomment>
        <translation>清点</translation>
    </message>
</context>
<context>
    <name>ZoneTasks</name>
    <message>
        <source>Now scan the code that hangs in the zone.</source>
        <extracomment>A round is proved by scanning.</extracomment>
        <translation>请扫描区域内张贴的二维码。</translation>
    </message>
    <message>
        <source>Nothing to see to here.</source>
        <extracomment>In place of the tasks of a zone.</extracomment>
        <translation>本区没有任务。</translation>
    </message>
    <message>
        <source>Not known yet.</source>
        <translation>尚不清楚。</translation>
    </message>
</context>
</TS>

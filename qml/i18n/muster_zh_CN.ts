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
    <name>BoardVeil</name>
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
        <source>No sign-in until now counts any more, on any device. The log keeps them.</source>
        <extracomment>What ending the rehearsal means.</extracomment>
        <translation>此前的签到在所有设备上不再计数，日志仍予保留。</translation>
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
    <name>Main</name>
    <message>
        <source>Muster</source>
        <extracomment>Title of the window. Muster is the name of the program.</extracomment>
        <translation>Muster</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
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
    <name>StaffSheet</name>
    <message>
        <source>This device</source>
        <extracomment>Spoken name of the sheet with the switches of this device.</extracomment>
        <translation>本机设置</translation>
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
</TS>

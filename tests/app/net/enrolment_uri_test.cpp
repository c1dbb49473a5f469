// Goal: the code that the coordinator shows is read back exactly, and nothing else is taken for one.
// Method: there and back; then every part missing, doubled, too long or foreign.
#include "app/net/enrolment_uri.h"
#include "tests/app/net/net_fixture.h"

using namespace muster;
using namespace muster::net;
using namespace muster::net::test;

namespace {

EnrolmentUri sample()
{
    SeededRandom random(5);
    EnrolmentUri uri;
    uri.addresses = {{QStringLiteral("192.168.1.5"), 4711}, {QStringLiteral("fd00::5"), 4711}};
    uri.caHash = AuthorityHash::make(random);
    uri.token = EnrolmentToken::make(random);
    uri.expiry = 1'795'000'000;
    uri.eventName = QStringLiteral("认筹 & 开盘=日 #1");
    return uri;
}

}  // namespace

TEST_CASE("an enrolment code is read back as it was made", "[net][uri]")
{
    const auto uri = sample();
    const auto text = uri.toString();
    CHECK(text.startsWith(QStringLiteral("muster://enrol?a=192.168.1.5:4711&a=[fd00::5]:4711&h=")));
    const auto back = EnrolmentUri::parse(text);
    REQUIRE(back);
    CHECK(*back == uri);
    auto longest = uri;
    longest.eventName = QString(EnrolmentUri::eventNameMax, u'开');
    longest.addresses.clear();
    for (int i = 0; i < EnrolmentUri::addressesMax; ++i) {
        longest.addresses.append({QStringLiteral("192.168.100.%1").arg(100 + i), 65535});
    }
    CHECK(EnrolmentUri::parse(longest.toString()).value() == longest);
}

TEST_CASE("what is no enrolment code is refused with what to do", "[net][uri]")
{
    const auto good = sample().toString();
    REQUIRE(EnrolmentUri::parse(good).has_value());
    QStringList bad{QString(),
                    QStringLiteral("muster://enrol?"),
                    QStringLiteral("https://example.org/"),
                    good.toUpper(),
                    good + QStringLiteral("&"),
                    good + QStringLiteral("&x=1"),
                    good + QStringLiteral("#x"),
                    good + QStringLiteral(" "),
                    QString(good).replace(QStringLiteral("&n="), QStringLiteral("&n=%00")),
                    QString(good).replace(QStringLiteral("&n="), QStringLiteral("&n=%ff")),
                    QString(good).replace(QStringLiteral("&n="), QStringLiteral("&n=%4")),
                    QString(good).replace(QStringLiteral("&n="), QStringLiteral("&n=") + QString(65, u'a')),
                    QString(good).replace(QStringLiteral("&e="), QStringLiteral("&e=-")),
                    QString(good).replace(QStringLiteral("&e="), QStringLiteral("&e=999999")),
                    QString(good).replace(QStringLiteral(":4711&h"), QStringLiteral(":0&h")),
                    QString(good).replace(QStringLiteral("&h="), QStringLiteral("&h=A")),
                    QString(good).replace(QStringLiteral("&t="), QStringLiteral("&t=A"))};
    const auto parts = good.mid(15).split(u'&');
    for (const auto &part : parts) {
        if (!part.startsWith(u'a')) {
            bad.append(good + u'&' + part);                          // Twice.
            bad.append(QString(good).remove(QString(u'&' + part)));  // Not at all.
        }
    }
    bad.append(QStringLiteral("muster://enrol?") + parts.mid(2).join(u'&'));  // No address.
    bad.append(QStringLiteral("muster://enrol?") + QStringLiteral("a=h:1&").repeated(9) + parts.mid(2).join(u'&'));
    bad.append(good + QString(EnrolmentUri::textMax, u'a'));
    for (const auto &text : bad) {
        INFO(text.toStdString());
        const auto parsed = EnrolmentUri::parse(text);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().detail.contains(QStringLiteral("coordinator")));
    }
}

TEST_CASE("a code has one spelling: stray bits at the end of hash or token are refused", "[net][uri]")
{
    auto text = sample().toString();
    const auto end = text.indexOf(QStringLiteral("&e=")) - 1;  // The token's last character carries four unused bits.
    const auto original = text[end];
    int accepted = 0;
    for (const auto c : QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")) {
        text[end] = c;
        const auto parsed = EnrolmentUri::parse(text);
        accepted += parsed ? 1 : 0;
        CHECK((c != original || parsed.has_value()));
    }
    CHECK(accepted == 4);
}

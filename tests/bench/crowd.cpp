#include "tests/bench/crowd.h"

#include <algorithm>
#include <cmath>

namespace muster::bench {
namespace {

QString withMore(QString text, int count)
{
    for (int i = 0; text.size() < count; ++i) {
        text += QChar(0x4e00 + 23 * i);
    }
    return text;
}

}  // namespace

Crowd::Crowd()
    : m_surnames(withMore(QStringLiteral("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田"), 300)),
      m_given(withMore(QStringLiteral("明伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超霞平刚桂小文华建国玉海春红志梅兰云峰金"
                                      "鑫宇浩"),
                       900))
{
}

people::Person Crowd::person()
{
    people::Person person;
    if (m_random.chance(4)) {
        person.name = word(3, 7) + u' ' + word(4, 9);
    } else {
        person.name = skewed(m_surnames);
        for (quint64 n = m_random.chance(85) ? 2 : 1; n > 0; --n) {
            person.name += skewed(m_given);
        }
    }
    person.phone =
        QStringLiteral("1%1%2").arg(3 + m_random.below(7)).arg(m_random.below(1'000'000'000), 9, 10, QLatin1Char('0'));
    if (m_random.chance(60)) {
        test::SeededRandom fixed(m_random.below(3'000));
        for (int i = 0; i < 4; ++i) {
            person.company += m_given[qsizetype(fixed.below(quint64(m_given.size())))];
        }
        person.company += QStringLiteral("有限公司");
    }
    return person;
}

/// The first ones far more often: rank r about as 1 / (r + 6).
QChar Crowd::skewed(const QString &from)
{
    const double u = double(m_random.step() >> 11U) * 0x1p-53;
    const double rank = 6 * (std::pow((double(from.size()) + 6) / 6, u) - 1);
    return from[std::min(from.size() - 1, qsizetype(rank))];
}

QString Crowd::word(int lengthMin, int lengthMax)
{
    QString text;
    for (quint64 n = quint64(lengthMin) + m_random.below(quint64(lengthMax - lengthMin)); n > 0; --n) {
        text += QChar(u'a' + ushort(m_random.below(26)));
    }
    text[0] = text[0].toUpper();
    return text;
}

}  // namespace muster::bench

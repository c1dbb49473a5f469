#include "app/models/qr_item.h"

#include <QPainter>

#include <algorithm>
#include <memory>
#include <qrencode.h>

namespace muster {

void QrItem::setText(const QString &text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    m_modules.clear();
    m_width = 0;
    const QByteArray bytes = text.toUtf8();
    const auto freeCode = [](QRcode *code) { QRcode_free(code); };
    const std::unique_ptr<QRcode, decltype(freeCode)> code(
        bytes.isEmpty() ? nullptr : QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), freeCode);
    if (code) {
        m_width = code->width;
        for (int i = 0; i < m_width * m_width; ++i) {
            m_modules.append(char(code->data[i] & 1U));
        }
    }
    Q_EMIT textChanged();
    update();
}

void QrItem::paint(QPainter *painter)
{
    painter->fillRect(boundingRect(), Qt::white);
    if (m_width == 0) {
        return;
    }
    const int modules = m_width + 2 * quietModules;
    const int pixels = std::max(1, int(std::min(width(), height())) / modules);
    const int left = (int(width()) - m_width * pixels) / 2;
    const int top = (int(height()) - m_width * pixels) / 2;
    for (int row = 0; row < m_width; ++row) {
        for (int column = 0; column < m_width; ++column) {
            if (m_modules.at(row * m_width + column) != 0) {
                painter->fillRect(left + column * pixels, top + row * pixels, pixels, pixels, Qt::black);
            }
        }
    }
}

}  // namespace muster

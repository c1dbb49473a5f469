#include "app/models/paper_desk.h"

namespace muster {

PaperDesk::PaperDesk(PaperPort *port, const Settings &settings, QObject *parent)
    : QObject(parent), m_port(port), m_settings(settings)
{
    if (port != nullptr) {
        connect(port, &PaperPort::told, this, [this](const PaperNews &news) {
            m_isBusy = false;
            show(news);
        });
        connect(port, &PaperPort::missed, this, &PaperDesk::show);
    }
}

void PaperDesk::print()
{
    if (m_isBusy || m_port == nullptr) {
        return;
    }
    m_isBusy = true;
    m_news.reset();
    Q_EMIT changed();
    m_port->print(m_settings.language());
}

void PaperDesk::dismiss()
{
    m_news.reset();
    Q_EMIT changed();
}

void PaperDesk::show(const PaperNews &news)
{
    m_news = news;
    Q_EMIT changed();
}

}  // namespace muster

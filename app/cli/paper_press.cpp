#include "app/cli/paper_press.h"

#include "app/paper/paper_source.h"
#include "app/paper/sheet_writer.h"

namespace muster::cli {
namespace {

QTimeZone zoneOf(const EventSetup &setup)
{
    const QTimeZone zone(setup.timeZone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

}  // namespace

/// One paper on its way.
struct PaperPress::Job {
    paper::PaperFolder folder;
    report::Language language;
    paper::Sources sources{};
    qsizetype forgotten = 0;
    QString file{};
    Status status{};
};

report::Language languageFrom(const QString &name, report::Language otherwise)
{
    return name == QLatin1String("zh")     ? report::Language::Chinese
           : name == QLatin1String("en")   ? report::Language::English
           : name == QLatin1String("both") ? report::Language::Both
                                           : otherwise;
}

PaperPress::PaperPress(Access &access, NodePort &node, const DataFolder &folder)
    : m_access(access), m_node(node), m_folder(folder.paperFolder())
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(every);
        look();
    });
    m_timer.start(first);
}

report::Language PaperPress::planned() const
{
    return languageFrom(m_node.identity().event.language, report::Language::Chinese);
}

void PaperPress::look()
{
    const auto identity = m_node.identity();
    if (identity.isShutOut) {
        m_folder.clear();
        return;
    }
    if (!identity.isEnrolled || m_isWriting || m_isLooking) {
        return;
    }
    const auto hour = paper::hourOf(m_node.now(), zoneOf(identity.event));
    if (hour != m_hour) {
        m_hour = hour;
        return writeHourly();
    }
    // Between the hours: whom papers must not name any more.
    m_isLooking = true;
    const auto count = std::make_shared<qsizetype>(0);
    m_access.call([count](LocalDevice &local) { *count = paper::forgottenCount(local); },
                  [this, count] {
                      m_isLooking = false;
                      if (m_folder.forgottenCount() != *count && !m_isWriting) {
                          writeHourly();
                      }
                  });
}

void PaperPress::writeHourly()
{
    write(planned(), [this](const PaperNews &news) {
        if (news.outcome == PaperNews::Outcome::NotWritten) {
            Q_EMIT missed(news);
        }
    });
}

void PaperPress::print(const QString &language)
{
    if (m_isWriting) {
        m_wanted = language;
        return;
    }
    write(languageFrom(language, planned()), [this](const PaperNews &news) { take(news); });
}

void PaperPress::take(const PaperNews &written)
{
    if (written.outcome == PaperNews::Outcome::NotWritten) {
        Q_EMIT told(written);
        return;
    }
    m_printer.print(written.file, [this, written](paper::LpPrinter::Outcome outcome, const QString &words) {
        auto news = written;
        news.outcome = outcome == paper::LpPrinter::Outcome::Printed     ? PaperNews::Outcome::Printed
                       : outcome == paper::LpPrinter::Outcome::NoPrinter ? PaperNews::Outcome::Written
                                                                         : PaperNews::Outcome::NotPrinted;
        news.reason = words;
        Q_EMIT told(news);
    });
}

void PaperPress::write(report::Language language, std::function<void(const PaperNews &)> done)
{
    m_isWriting = true;
    const auto job = std::make_shared<Job>(Job{m_folder, language});
    const auto make = [job] {
        job->file = job->folder.fileFor(job->sources.printedAt, zoneOf(job->sources.setup));
        job->status = job->folder.dropOld(job->forgotten);
        if (job->status) {
            const auto sheet = paper::stateOf(job->sources, paper::allParts(), job->language);
            job->status = job->folder.keep(job->file, paper::toPdf(sheet));
        }
    };
    const auto end = [this, job, done = std::move(done)] {
        m_isWriting = false;
        PaperNews news;
        news.outcome = job->status ? PaperNews::Outcome::Written : PaperNews::Outcome::NotWritten;
        news.file = job->status ? job->file : QString();
        news.reason = job->status ? QString() : job->status.error().detail;
        done(news);
        if (const auto wanted = std::exchange(m_wanted, std::nullopt)) {
            print(*wanted);
        }
    };
    m_access.call(
        [job](LocalDevice &local) {
            job->sources = paper::gather(local);
            job->forgotten = paper::forgottenCount(local);
        },
        [this, make, end] { m_access.aside(make, end); });
}

}  // namespace muster::cli

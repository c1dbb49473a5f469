#pragma once
#include "app/cli/access.h"
#include "app/models/paper_port.h"
#include "app/paper/lp_printer.h"
#include "app/paper/paper_folder.h"
#include "core/report/shown.h"

#include <QTimer>

namespace muster::cli {

/// A coordinator's paper: the state of the day once at the start and at every full hour, into the folder `paper` of the
/// device, and whenever somebody asks for it also to the printer.
///
/// Why it exists: when every device is dark, the last hour lies on paper or on a stick.
///
/// Guarantees: the device's thread is held for no longer than a look at the day takes; pages are made and written
/// aside. One paper at a time. Papers that may name a guest who is to be forgotten, or that lie on a device that was
/// shut out, are removed within `every`.
/// Threading: the main thread. Owns neither access nor node.
class PaperPress final : public PaperPort {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds first{4};   ///< After the start: the screen comes first.
    static constexpr std::chrono::seconds every{15};  ///< How often it is looked whether one is due.

    PaperPress(Access &access, NodePort &node, const DataFolder &folder);

    void print(const QString &language) override;

private:
    struct Job;

    void look();
    /// Makes a paper, then @p done with what came of it.
    void write(report::Language language, std::function<void(const PaperNews &)> done);
    void writeHourly();
    void take(const PaperNews &written);
    [[nodiscard]] report::Language planned() const;

    Access &m_access;
    NodePort &m_node;
    paper::PaperFolder m_folder;
    paper::LpPrinter m_printer;
    QTimer m_timer;
    std::optional<qint64> m_hour;     ///< Of the last hourly paper.
    std::optional<QString> m_wanted;  ///< Asked for while another one is being written: in this language.
    bool m_isWriting = false;
    bool m_isLooking = false;
};

/// What a language is called on the command line; empty or anything else: @p otherwise.
[[nodiscard]] report::Language languageFrom(const QString &name, report::Language otherwise);

}  // namespace muster::cli

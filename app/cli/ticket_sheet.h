#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <QPageSize>
#include <QString>

#include <vector>

namespace muster::cli {

/// One invitation as it is printed.
struct Invitation {
    QString file;        ///< Name of its file, without ending.
    QByteArray payload;  ///< What the QR code says.
    QString guest;
    QString classWords;
    QString eventWords;
    QString code;  ///< For people to type; may be empty.
};

/// Draws invitations: a picture each, or a PDF with several a page. Needs a QGuiApplication.
///
/// Errors: Invalid if a payload does not fit a QR code; Storage if a file cannot be written.
class TicketSheet {
public:
    static constexpr int pictureWidth = 720;
    static constexpr int pictureHeight = 900;
    static constexpr int columnsPerPage = 2;
    static constexpr int rowsPerPage = 3;

    /// Writes FOLDER/<file>.png.
    [[nodiscard]] static Status writePicture(const QString &folder, const Invitation &invitation);
    /// Writes all of them to @p file, A4, columnsPerPage × rowsPerPage a page.
    [[nodiscard]] static Status writePdf(const QString &file, const std::vector<Invitation> &invitations);
};

/// @p name as a file may be called on any system: other characters become '_'.
[[nodiscard]] QString fileNameOf(const QString &name);

}  // namespace muster::cli

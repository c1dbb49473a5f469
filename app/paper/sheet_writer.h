#pragma once
#include "core/base/result.h"
#include "core/paper/sheet.h"

#include <QByteArray>
#include <QImage>

namespace muster::paper {

/// A4, for printers. Needs a QGuiApplication, and may run on any thread.
[[nodiscard]] QByteArray toPdf(const Sheet &sheet);
/// The same pages as pictures.
[[nodiscard]] std::vector<QImage> toPictures(const Sheet &sheet, int dotsPerInch);

/// As the ending of @p path says: .pdf or .html. Invalid for another ending, Storage if it cannot be written; then what
/// was there before stays.
[[nodiscard]] Status write(const QString &path, const Sheet &sheet);
/// Replaces @p path by @p bytes as a whole, readable by its owner only. Storage says what to do.
[[nodiscard]] Status save(const QString &path, const QByteArray &bytes);

}  // namespace muster::paper

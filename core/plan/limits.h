#pragma once
#include <QtGlobal>

/// What a plan may be as large as. A file beyond a limit is refused with words that name the limit.
namespace muster::plan {

inline constexpr int guestRowsMax = 1'000'000;
inline constexpr int planRowsMax = 20'000;  ///< Of every other sheet.
inline constexpr int papersMax = 20;        ///< Of one service: a guest carries them, a screen shows them.
inline constexpr int checklistMax = 30;     ///< Steps of one kind of incident.
inline constexpr int columnsMax = 200;
inline constexpr int cellCharactersMax = 4'096;  ///< Of one cell (Excel itself allows 32,767).
inline constexpr int findingsMax = 200;          ///< Errors that are kept word by word; warnings likewise.
inline constexpr int guestChunkRows = 1'000;     ///< Rows that a reader of guests is given at once.
inline constexpr qint64 csvBytesMax = 1LL << 30;
inline constexpr qint64 xlsxBytesMax = 256LL << 20;         ///< Of the file as it lies on disk.
inline constexpr qint64 xlsxUnpackedBytesMax = 2LL << 30;   ///< Of one of its parts.
inline constexpr qint64 xlsxStringsBytesMax = 512LL << 20;  ///< Of its shared strings, which must be in memory.
inline constexpr qint64 xlsxRatioMax = 500;  ///< Unpacked to packed, of a part over 1 MiB; real sheets reach about 50.
inline constexpr int xlsxPartsMax = 2'000;
inline constexpr int sheetsMax = 64;

}  // namespace muster::plan

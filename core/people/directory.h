#pragma once
#include "core/people/sealed_person.h"

#include <functional>
#include <memory>

namespace muster::people {

inline constexpr int searchResultsMax = 200;
inline constexpr qsizetype logPointBytesMax = 4 * 1024;

/// The guests in clear on this device, and the search over them (people.db).
///
/// Why it exists: the log holds people only sealed; whoever stands at the door needs them by one character of a name,
/// by pinyin or initials, or by the end of a phone number.
///
/// Guarantees
///  - **Rebuildable**: it holds nothing that log and keys do not; a damaged, older or foreign file is thrown away and
///    isFresh() says so. A power cut takes back whole changes only, logPoint() with them.
///  - **Forgets**: remove() and purge() return when no byte of the person is left in the file or its log.
///
/// Limits: 2^31 guests; texts beyond indexedCharactersMax are kept but not searched; a query reads queryCharactersMax.
/// Errors: Storage. After one, open() again; if that does not help it starts afresh by itself.
/// Threading: confined to the thread that opened it.
class Directory {
public:
    struct Entry {
        GuestId guest;
        Person person;
    };

    [[nodiscard]] static Result<std::unique_ptr<Directory>> open(const QString &path);
    ~Directory();
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;

    /// The file was made anew by open() or purge(): put everyone again from log and keys.
    [[nodiscard]] bool isFresh() const;
    /// What the caller noted with the last change: up to where in the log this file is complete. Empty at first.
    [[nodiscard]] Result<QByteArray> logPoint() const;

    /// Adds or replaces; equal ones cost a look-up. One transaction, @p logPoint with it (unset: unchanged).
    Status put(std::span<const Entry> entries, const std::optional<QByteArray> &logPoint = std::nullopt);
    /// Erases for good; guests that are not here are no error.
    Status remove(std::span<const GuestId> guests, const std::optional<QByteArray> &logPoint = std::nullopt);
    /// Deletes the whole file and begins a new one.
    Status purge();

    /// NotFound if nothing in clear is known of the guest.
    [[nodiscard]] Result<Person> find(const GuestId &guest) const;
    /// Runs @p work, which only asks this directory, always: thousands of questions for the price of one lock.
    void read(const std::function<void()> &work) const;
    [[nodiscard]] Result<qint64> count() const;
    /// Best first: the whole name or number, then those that begin so (a number: end so), then all others, each in
    /// the order in which they were put. Several words must all fit. A blank text finds nobody.
    [[nodiscard]] Result<std::vector<GuestId>> search(QStringView text, int countMax = 50) const;

private:
    class Impl;
    explicit Directory(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace muster::people

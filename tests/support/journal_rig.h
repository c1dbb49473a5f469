#pragma once
#include "core/journal/journal.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_signatures.h"
#include "tests/support/memory_high_water.h"
#include "tests/support/seeded_random.h"
#include "tests/support/test_fold.h"

namespace muster::test {

/// The event that all devices of one test belong to.
struct EventKeys {
    explicit EventKeys(quint64 seed = 1, const Signatures &signer = real())
        : random(seed), signatures(&signer), key(SigningKey::make(random)), id(EventId::make(random))
    {
    }
    [[nodiscard]] Credential enrol(const SigningKey &device) const
    {
        return {device.publicKey, signatures->sign(key, Credential::message(id, device.publicKey))};
    }
    static const Signatures &real()
    {
        static const Signatures signatures;
        return signatures;
    }

    SeededRandom random;
    const Signatures *signatures;
    SigningKey key;
    EventId id;
};

/// One device's journal with everything it stands on; can be closed and opened again on the same file.
class Rig {
public:
    Rig(const EventKeys &event, quint64 seed, QString file = QStringLiteral(":memory:"), int foldVersion = 1)
        : random(seed), fold(std::make_unique<TestFold>(foldVersion)), m_signatures(event.signatures)
    {
        m_options.file = std::move(file);
        m_options.event = event.id;
        m_options.eventKey = event.key.publicKey;
        m_options.key = SigningKey::make(random);
        m_options.self = event.enrol(m_options.key);
    }
    Rig &opened()
    {
        auto result = open();
        INFO((result ? std::string() : result.error().detail.toStdString()));
        REQUIRE(result.has_value());
        return *this;
    }
    [[nodiscard]] Status open()
    {
        journal.reset();
        auto made = Journal::open(m_options, {clock, random, highWater, *m_signatures, foldUsed ? *foldUsed : *fold});
        if (!made) {
            return fail(made);
        }
        journal = std::move(*made);
        return {};
    }
    void close() { journal.reset(); }
    void useFold(int version) { fold = std::make_unique<TestFold>(version); }
    Journal::Options &options() { return m_options; }
    Journal *operator->() const { return journal.get(); }
    Journal &operator*() const { return *journal; }

    /// One act, one commit.
    Operation act(const Draft &draft)
    {
        Operation made;
        REQUIRE(journal->transact([&] { made = journal->append(draft); }).has_value());
        return made;
    }
    Result<Journal::Merged> take(const Batch &batch)
    {
        Result<Journal::Merged> merged;
        REQUIRE(journal->transact([&] { merged = journal->merge(batch); }).has_value());
        return merged;
    }
    /// Everything that @p other has and this one lacks. The number of operations that were new.
    int pull(Rig &other, qsizetype byteCountMax = 1 << 20)
    {
        int count = 0;
        for (;;) {
            const auto batches = other->since(journal->vector(), byteCountMax);
            REQUIRE(batches.has_value());
            int taken = 0;
            for (const auto &batch : *batches) {
                const auto merged = take(batch);
                INFO((merged ? std::string() : merged.error().detail.toStdString()));
                REQUIRE(merged.has_value());
                taken += merged->appliedCount;
            }
            count += taken;
            if (taken == 0) {
                return count;
            }
        }
    }
    template<class F>
    auto ask(F query)
    {
        decltype(query(journal->state())) answer{};
        REQUIRE(journal->read([&](State &state) { answer = query(state); }).has_value());
        return answer;
    }
    [[nodiscard]] qint64 sum(const QString &name)
    {
        return ask([&](State &state) { return sumOf(state, name); });
    }
    [[nodiscard]] StateDigest scratchDigest()
    {
        return ask([&](State &state) { return state.computeDigest(fold->tables()); });
    }

    FakeClock clock;
    SeededRandom random;
    MemoryHighWater highWater;
    std::unique_ptr<TestFold> fold;
    Fold *foldUsed = nullptr;  ///< Another fold than the TestFold; not owned.
    std::unique_ptr<Journal> journal;

private:
    const Signatures *m_signatures;
    Journal::Options m_options;
};

}  // namespace muster::test

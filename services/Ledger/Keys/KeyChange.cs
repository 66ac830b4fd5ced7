using System.Globalization;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Keys;

/// <summary>
/// How the log changes its keys. The next ones are made by <c>--rotate-keys</c>, announced in the log when it starts with them, and sign
/// beside the old ones for ninety days at least; then <c>--retire-keys</c> says in the log that the old ones sign no more.
/// </summary>
public sealed class KeyChange(LogTable log, LogIdentity identity, TimeProvider clock)
{
    /// <summary>Announces every key that is new. Called by whoever sequences, before the first signature.</summary>
    /// <exception cref="InvalidOperationException">A key that is set was retired.</exception>
    public async Task AnnounceAsync(long epoch, CancellationToken cancel)
    {
        var record = await log.KeysAsync(cancel);
        if (identity.Signers.FirstOrDefault(s => record.RetiredAt(s.Key) is not null) is { } retired)
        {
            throw new InvalidOperationException($"The key {retired.Key} was retired: set the next keys in its place (Ledger__Ed25519Key, Ledger__EcdsaKey) and start again.");
        }

        foreach (var signer in identity.Signers)
        {
            record = await SayAsync(epoch, record, KeyNews.Announced, signer.Key, cancel);
        }
    }

    /// <summary>Retires the keys that the next ones replace.</summary>
    /// <exception cref="InvalidOperationException">There are no next keys, or they were announced less than ninety days ago.</exception>
    public async Task RetireAsync(CancellationToken cancel)
    {
        var record = await log.KeysAsync(cancel);
        if (identity.Next.Count == 0)
        {
            throw new InvalidOperationException("There are no next keys to go on with: make them with --rotate-keys.");
        }

        var announced = identity.Next.Select(s => record.AnnouncedAt(s.Key)).Max(at => at ?? DateTimeOffset.MaxValue);
        if (announced > clock.GetUtcNow() - KeyRecord.Overlap)
        {
            throw new InvalidOperationException(announced == DateTimeOffset.MaxValue
                ? "The next keys are not announced: start the log with them first."
                : string.Create(CultureInfo.InvariantCulture, $"The next keys were announced on {announced:yyyy-MM-dd}: the old ones sign until {announced + KeyRecord.Overlap:yyyy-MM-dd}, so that every reader can follow."));
        }

        var epoch = await log.EpochAsync(cancel);
        foreach (var signer in identity.Current)
        {
            record = await SayAsync(epoch, record, KeyNews.Retired, signer.Key, cancel);
        }
    }

    private async Task<KeyRecord> SayAsync(long epoch, KeyRecord record, string type, VerifierKey key, CancellationToken cancel)
    {
        if (record.Next(type, key, identity.Origin, clock.GetUtcNow()) is not { } leaf)
        {
            return record;
        }

        var bytes = leaf.Write();
        var read = Succession.Read(KeyNews.Source, [bytes]);
        var (events, moved) = Succession.Check(KeyNews.Source, read, await log.TipsAsync(KeyNews.Source, read.Select(l => l.Head.Stream), cancel));
        await log.AppendAsync(epoch, new(KeyNews.Source, [bytes], type), events, moved, cancel);
        return record.With(leaf);
    }
}

using System.Text.Json;

namespace PilotRegistry.EventStore;

/// <summary>
/// A table that answers questions about one kind of stream: one row per stream, a pure fold of its events. It is written
/// in the append's own transaction and can be dropped and rebuilt to the same bytes.
/// </summary>
/// <param name="revision">Raised when the fold changes; <c>--migrate</c> then rebuilds the table.</param>
/// <param name="indexes">Index expressions over <c>row</c>, e.g. <c>((row->>'province'))</c>.</param>
public abstract class View(string name, string stream, int revision, string[] indexes)
{
    public string Name { get; } = name;

    public string Stream { get; } = stream;

    public int Revision { get; } = revision;

    public IReadOnlyList<string> Indexes { get; } = indexes;

    internal string Table => $"view_{Name}";

    /// <summary>The row as JSON; null when nothing is to be shown for this stream.</summary>
    internal abstract string? Fold(IEnumerable<Recorded> history, JsonSerializerOptions json);
}

/// <inheritdoc cref="View"/>
/// <param name="apply">Pure: no clock, no input or output; time comes from the envelope.</param>
public sealed class View<TRow>(
    string name, string stream, Func<TRow?, Recorded, TRow?> apply, int revision = 1, params string[] indexes)
    : View(name, stream, revision, indexes)
    where TRow : class
{
    public TRow? Row(IEnumerable<Recorded> history) => history.Aggregate((TRow?)null, apply);

    internal override string? Fold(IEnumerable<Recorded> history, JsonSerializerOptions json) =>
        Row(history) is { } row ? JsonSerializer.Serialize(row, json) : null;
}

/// <summary>A row with the version of the stream it shows.</summary>
public sealed record Seen<TRow>(Guid Id, long Version, TRow Row);

using System.Text.Json;

namespace PilotRegistry.EventStore;

/// <summary>
/// A table that answers questions about one kind of stream: one row per stream, a pure fold of its events. It is written
/// in the append's own transaction and can be dropped and rebuilt to the same bytes.
/// </summary>
/// <param name="name">Lower-case letters, digits and underscores; part of the table's name.</param>
/// <param name="revision">
/// Raised when the fold or the indexes change; <c>--migrate</c> then builds a new table. The revision is part of its name, so
/// that an older program that still runs fails instead of writing rows of the old shape.
/// </param>
/// <param name="indexes">Index expressions over <c>row</c>, e.g. <c>((row->>'province'))</c>.</param>
public abstract class View(string name, string stream, int revision, string[] indexes)
{
    public string Name { get; } = name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        ? name
        : throw new ArgumentException($"'{name}' cannot be the name of a view's table.", nameof(name));

    public string Stream { get; } = stream;

    public int Revision { get; } = revision;

    public IReadOnlyList<string> Indexes { get; } = indexes;

    internal string Table { get; } = TableOf(name, revision);

    internal static string TableOf(string name, int revision) => $"view_{name}_{revision}";

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

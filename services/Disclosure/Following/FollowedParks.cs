using System.Globalization;
using Npgsql;
using PilotRegistry.Disclosure.Folding;

namespace PilotRegistry.Disclosure;

/// <summary>
/// What somebody follows: one park, or the parks that a search finds; a province alone is such a search. Feeds and mails are asked by it
/// alike, so that both hold the same entries. Members are named as the list of parks names them.
/// </summary>
/// <param name="Q">Words of a search, at most 100 characters.</param>
public sealed record FollowedParks(
    Guid? Park = null,
    string? Province = null,
    string? Stage = null,
    string? Scope = null,
    bool? Listed = null,
    bool? Disclosed = null,
    string? Industry = null,
    string? Batch = null,
    string? Verdict = null,
    string? Q = null)
{
    /// <summary>Everything.</summary>
    public static readonly FollowedParks All = new();

    /// <summary>Where the entries stand, as SQL.</summary>
    internal const string Entries = "public_events join public_parks on public_parks.id = public_events.park_id";

    /// <summary>Where the feed of the same entries lies, from the public API on.</summary>
    internal string Feed => this switch
    {
        { Park: { } park } => $"feeds/parks/{park}.atom",
        { Province: { } province } when this == new FollowedParks(Province: province) => $"feeds/provinces/{province}.atom",
        _ => $"feeds/search.atom{Query}"
    };

    /// <summary>The search as the query of an address; empty for everything.</summary>
    internal string Query => QueryString.Create(new Dictionary<string, string?>
    {
        ["province"] = Province,
        ["stage"] = Stage,
        ["scope"] = Scope,
        ["listed"] = Code(Listed),
        ["disclosed"] = Code(Disclosed),
        ["industry"] = Industry,
        ["batch"] = Batch,
        ["verdict"] = Verdict,
        ["q"] = Q,
    }.Where(each => each.Value is not null)).Value ?? "";

    /// <summary>The condition on <see cref="Entries"/> with its operands, which are <c>$1</c> and on.</summary>
    internal (string Sql, NpgsqlParameter[] Operands) Condition()
    {
        var given = Conditions().Where(each => each.Operand is not null).ToList();
        var sql = given.Select((each, n) => string.Create(CultureInfo.InvariantCulture, $"{each.Sql} (${n + 1})"));
        return (given.Count == 0 ? "true" : string.Join(" and ", sql), [.. given.Select(each => new NpgsqlParameter { Value = each.Operand! })]);
    }

    private IEnumerable<(string Sql, object? Operand)> Conditions() =>
    [
        ("public_parks.id =", Park),
        ("public_parks.province =", Province),
        ("public_parks.stage =", Stage),
        ("public_parks.scope =", Scope),
        ("public_parks.listed =", Listed),
        ("(public_parks.disclosed_years > 0) =", Disclosed),
        ("public_parks.industry =", Industry),
        ("public_parks.batch =", Batch),
        ("public_parks.verdict =", Verdict),
        ("public_parks.search like all", SearchText.Patterns(Q ?? "") is { Length: > 0 } patterns ? patterns : null),
    ];

    private static string? Code(bool? value) => value is { } known ? (known ? "true" : "false") : null;
}

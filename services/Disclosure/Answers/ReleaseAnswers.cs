using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Answers;

/// <summary>The archive of daily releases, newest first.</summary>
/// <param name="Next">The day to ask on with, as <c>before</c>; null at the end.</param>
/// <param name="Key">The key that signs them, as a reader pins it; null where no releases are made.</param>
public sealed record ReleaseList(IReadOnlyList<ReleaseItem> Items, DateOnly? Next, string? Key);

/// <summary>A release as a line of the archive.</summary>
/// <param name="Unchanged">Nothing differs from the day before: no file was stored again.</param>
/// <param name="Changes">Rows that were added, changed or removed; null for the first release.</param>
/// <param name="Bytes">Of all its files.</param>
/// <param name="Parks">Rows of each table.</param>
public sealed record ReleaseItem(DateOnly Day, bool Unchanged, long? Changes, long Bytes, long Parks, long Years, long Events, long Disputes, long KeyProjects);

/// <summary>One day's release, as its signed manifest has it.</summary>
/// <param name="Sha256">Of the signed manifest, in hexadecimal; the next release names it.</param>
/// <param name="Before">The release before it; null for the first.</param>
/// <param name="After">The one that follows; null for the newest.</param>
/// <param name="Log">The public log when it was made; null where there is no log.</param>
/// <param name="Manifest">Where the signed manifest is.</param>
/// <param name="Archive">Where all of it is in one file.</param>
/// <param name="Changes">What differs from the release before it; empty when nothing does.</param>
public sealed record DailyRelease(
    DateOnly Day, bool Unchanged, string Sha256, DateOnly? Before, DateOnly? After, ReleaseLog? Log, string Manifest, string Archive, IReadOnlyList<ReleasedFile> Files,
    IReadOnlyList<TableChanges> Changes);

/// <summary>The log's state: every place that the release names is below its size.</summary>
/// <param name="Root">Base64, as the log writes it.</param>
public sealed record ReleaseLog(string Origin, ulong Size, string Root);

/// <param name="Sha256">In hexadecimal, as <c>sha256sum</c> prints it.</param>
/// <param name="Since">The day since which it has been the same.</param>
/// <param name="Href">Where it is, from the root of this server.</param>
public sealed record ReleasedFile(string Name, string Sha256, long Bytes, long Rows, DateOnly Since, string Href);

/// <summary>What a day changed; the file <c>changes.json</c> of its release.</summary>
/// <param name="Before">The day of the release before it.</param>
/// <param name="Tables">Those that differ.</param>
public sealed record DayChanges(DateOnly Day, DateOnly Before, IReadOnlyList<TableChanges> Tables);

/// <summary>How a table differs from the day before.</summary>
/// <param name="Rows">The first two hundred, in the order of their names; the file <c>changes-….csv</c> has them all.</param>
public sealed record TableChanges(string Table, int Added, int Changed, int Removed, IReadOnlyList<RowChange> Rows);

/// <summary>A row that is new, different or gone.</summary>
/// <param name="Change"><c>added</c>, <c>changed</c> or <c>removed</c>.</param>
/// <param name="Id">Its stable name: the values of the columns that identify it.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Cells">What differs in a changed row; empty otherwise.</param>
public sealed record RowChange(string Change, string Id, Guid ParkId, Wording Label, IReadOnlyList<CellChange> Cells);

/// <summary>A cell with its old and its new text; null where there was or is none.</summary>
public sealed record CellChange(string Column, string? Before, string? After);

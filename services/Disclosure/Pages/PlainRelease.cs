using PilotRegistry.Disclosure.Answers;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>The daily releases as pages without a script: the archive, and one day with its files and what it changed.</summary>
public static class PlainRelease
{
    public static PlainPage Of(ReleaseList list, Tongue t) => new(
        t.Say("page.releases"), t.Say("release.what"),
        new Html().Heading(1, t.Say("page.releases")).Paragraph(t.Say("release.what")).Paragraph(t.Say("release.check"))
            .Raw(list.Items.Count == 0 ? $"<p>{Html.Text(t.Say("release.none"))}</p>" : "")
            .List([.. list.Items.Select(item => $"{Link(item.Day, t)} · {Html.Text(Changes(item, t))}")])
            .Raw(list.Next is { } next ? $"<p>{Html.Link($"{t.Prefix}/data/releases?before={ReleaseFile.NameOf(next)}", t.Say("release.older"))}</p>" : "")
            .Raw(list.Key is null ? "" : $"<p>{Html.Link("/api/public/v1/open-data/releases/keys.txt", t.Say("release.key"))}: <code>{Html.Text(list.Key)}</code></p>").ToString());

    public static PlainPage Of(DailyRelease release, Tongue t)
    {
        var title = t.Say("release.of", ("day", t.Day(release.Day)));
        var main = new Html()
            .Raw($"<p>{Html.Link($"{t.Prefix}/data/releases", t.Say("page.releases"))}</p>")
            .Heading(1, title)
            .Raw(Neighbours(release, t))
            .Facts(
                (t.Say("release.changes"), release.Before is null ? t.Say("release.first") : release.Unchanged ? t.Say("release.unchanged") : null),
                (t.Say("release.log"), release.Log is { } log ? t.Say("release.logSize", ("size", log.Size), ("origin", log.Origin), ("root", log.Root)) : null))
            .Raw($"<p>{Html.Link(release.Manifest, t.Say("release.manifest"))} · {Html.Link(release.Archive, t.Say("release.archive"))}</p>");
        foreach (var table in release.Changes)
        {
            Table(main, table, t);
        }

        main.Heading(2, t.Say("release.files"))
            .List([.. release.Files.Select(f => $"{Html.Link(f.Href, f.Name)} · {Html.Text(t.Say("release.rowCount", ("rows", f.Rows)))} · <code>{f.Sha256}</code>")]);
        return new(title, $"{title} · {t.Say("release.what")}", main.ToString());
    }

    private static string Neighbours(DailyRelease release, Tongue t) => string.Join(" · ",
    [
        .. release.Before is { } before ? [$"{Html.Text(t.Say("release.before"))}: {Link(before, t)}"] : Array.Empty<string>(),
        .. release.After is { } after ? [$"{Html.Text(t.Say("release.after"))}: {Link(after, t)}"] : Array.Empty<string>(),
    ]) is { Length: > 0 } links ? $"<p>{links}</p>" : "";

    private static void Table(Html main, TableChanges table, Tongue t) => main
        .Heading(2, $"{t.Say($"data.table.{table.Table}")}: {t.Say("release.counts", ("added", table.Added), ("changed", table.Changed), ("removed", table.Removed))}")
        .List([.. table.Rows.Select(row => $"{Html.Text(t.Say($"release.{row.Change}"))}: {Html.Link($"{t.Prefix}/parks/{row.ParkId}", t.Of(row.Label))}{Cells(row)}")])
        .Raw(table.Added + table.Changed + table.Removed > table.Rows.Count ? $"<p>{Html.Text(t.Say("release.more", ("file", $"changes-{table.Table}.csv")))}</p>" : "");

    private static string Cells(RowChange row) =>
        string.Concat(row.Cells.Select(cell => $"<br><code>{Html.Text(cell.Column)}</code>: {Html.Text(cell.Before ?? "–")} → {Html.Text(cell.After ?? "–")}"));

    private static string Changes(ReleaseItem item, Tongue t) => item switch
    {
        { Changes: null } => t.Say("release.first"),
        { Unchanged: true } => t.Say("release.unchanged"),
        _ => t.Say("release.changeCount", ("rows", item.Changes)),
    };

    private static string Link(DateOnly day, Tongue t) => Html.Link($"{t.Prefix}/data/releases/{ReleaseFile.NameOf(day)}", t.Day(day));
}

using PilotRegistry.Disclosure.Folding;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>Gathers the rows of all parks and brings them into the order of the open data's files.</summary>
internal sealed class DayTables
{
    private readonly List<(string? Batch, int? Number, Guid Id, OpenRow Row)> parks = [];
    private readonly List<(int Year, Guid Park, OpenRow Row)> years = [];
    private readonly List<(DateTimeOffset At, Guid Id, OpenRow Row)> events = [];
    private readonly List<(string Number, OpenRow Row)> disputes = [];
    private readonly List<(Guid Park, int Number, OpenRow Row)> projects = [];

    /// <param name="shown">Null while nothing about the park is public.</param>
    public void Add(Guid park, PublicPark? shown)
    {
        if (shown is null)
        {
            return;
        }

        var cells = CsvColumns.Park(shown.Item);
        parks.Add((shown.Batch, shown.Item.ListNumber, park, OpenTable.Parks.Row(Csv.Line(cells), JsonLine.Of(CsvColumns.Parks, cells))));
        years.AddRange(shown.Years.Select(y => (y.Year, park, OpenTable.Years.Row(y.Csv, y.Json))));
        events.AddRange(shown.Events.Select(e => (e.Entry.At, e.Entry.EventId, OpenTable.Events.Row(e.Csv, e.Line))));
        disputes.AddRange(shown.Disputes.Select(d => (d.Number, OpenTable.Disputes.Row(d.Csv, d.Json))));
        projects.AddRange(shown.KeyProjects.Select(p => (park, p.Number, OpenTable.KeyProjects.Row(p.Csv, p.Json))));
    }

    /// <summary>As the files that are read at any time have them: parks by list and number, those without at the end; the rest by time or number.</summary>
    public IReadOnlyDictionary<OpenTable, IReadOnlyList<OpenRow>> InOrder() => new Dictionary<OpenTable, IReadOnlyList<OpenRow>>
    {
        [OpenTable.Parks] =
        [
            .. parks.OrderBy(p => p.Batch is null).ThenBy(p => p.Batch, StringComparer.Ordinal)
                .ThenBy(p => p.Number is null).ThenBy(p => p.Number).ThenBy(p => p.Id).Select(p => p.Row),
        ],
        [OpenTable.Years] = [.. years.OrderBy(y => y.Year).ThenBy(y => y.Park).Select(y => y.Row)],
        [OpenTable.Events] = [.. events.OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Row)],
        [OpenTable.Disputes] = [.. disputes.OrderBy(d => d.Number, StringComparer.Ordinal).Select(d => d.Row)],
        [OpenTable.KeyProjects] = [.. projects.OrderBy(p => p.Park).ThenBy(p => p.Number).Select(p => p.Row)],
    };
}

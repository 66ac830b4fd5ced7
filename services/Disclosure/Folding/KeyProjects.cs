using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>The plan of key projects beside what was reported of it.</summary>
internal static class KeyProjects
{
    private const int ShareDecimals = 6;

    /// <param name="planned">The submission that named them.</param>
    /// <param name="reports">Everything reported, oldest first.</param>
    public static KeyProjectsAnswer Of(Happening planned, IReadOnlyList<Happening> reports)
    {
        var plan = ((ApplicationSubmitted)planned.Event).KeyProjects;
        return new(planned.Id, planned.At, planned.LogIndex, plan is null ? null : CanonicalJson.Hash(plan), [.. from project in plan ?? [] orderby project.Number select Item(project, reports)]);
    }

    /// <summary>
    /// A project is to be commissioned by the end of the last year of its period; from the next day on it is late, until it is commissioned or
    /// given up. One that stands still is late too. What day it is, the reader knows.
    /// </summary>
    private static KeyProjectItem Item(KeyProject project, IReadOnlyList<Happening> all)
    {
        ProjectReport[] reports =
        [
            .. from happening in all
               let report = (KeyProjectProgressed)happening.Event
               where report.Number == project.Number
               select new ProjectReport(happening.Id, happening.At, report.State, report.InvestedWanYuan, report.AsOf, report.Note, happening.LogIndex)
        ];
        var (last, over) = (reports.LastOrDefault(), new DateOnly(project.ToYear + 1, 1, 1));
        var isDone = last?.State is ProjectState.Commissioned or ProjectState.Cancelled;
        return new(
            project.Number, project.Name, project.Body, project.Content, project.InvestmentWanYuan, project.FromYear, project.ToYear, project.Plan, project.Meaning,
            last?.State, last?.InvestedWanYuan,
            last is not null && project.InvestmentWanYuan > 0 ? decimal.Round(last.InvestedWanYuan / project.InvestmentWanYuan, ShareDecimals, MidpointRounding.AwayFromZero) : null,
            last?.AsOf, isDone ? null : over, Commissioned(reports)?.AsOf >= over, reports);
    }

    /// <summary>The report that first said what still holds: that the project is commissioned.</summary>
    private static ProjectReport? Commissioned(ProjectReport[] reports) => reports.Reverse().TakeWhile(report => report.State == ProjectState.Commissioned).LastOrDefault();
}

/// <summary>A key project as a row of the open data.</summary>
public sealed record PublicKeyProject(int Number, string Csv, string Json)
{
    internal static PublicKeyProject Of(ParkItem park, KeyProjectItem project)
    {
        var cells = CsvColumns.KeyProject(park, project);
        return new(project.Number, Folding.Csv.Line(cells), JsonLine.Of(CsvColumns.KeyProjects, cells));
    }
}

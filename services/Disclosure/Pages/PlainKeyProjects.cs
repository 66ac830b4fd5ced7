using PilotRegistry.Disclosure.Answers;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>How far a park's key projects have come, on its page without a script.</summary>
internal static class PlainKeyProjects
{
    public static void Write(Html main, ParkPage park, Tongue t, DateOnly today)
    {
        main.Heading(2, t.Say("keyProject.title"));
        if (park.KeyProjects is not { Items.Count: > 0 } projects)
        {
            main.Paragraph(t.Say(park.List is null ? "park.keyProjects.notListed" : park.KeyProjects is null ? "park.keyProjects.taken" : "park.keyProjects.none"));
            return;
        }

        main.Paragraph(t.Say("park.keyProjects.what")).Table(
            [t.Say("keyProject.name"), t.Say("keyProject.body"), t.Say("keyProject.period"), t.Say("keyProject.state"), t.Say("keyProject.ofPlanned"), t.Say("keyProject.asOf")],
            projects.Items.Select(project => (IReadOnlyList<string>)
            [
                project.Name, project.Body, project.FromYear == project.ToYear ? $"{project.ToYear}" : $"{project.FromYear}–{project.ToYear}", State(project, t, today), Invested(project, t),
                project.AsOf is { } day ? t.Day(day) : "–",
            ]));
    }

    private static string State(KeyProjectItem project, Tongue t, DateOnly today) => string.Join(" · ",
    [
        project.State is { } state ? t.Word("keyProject.stateOf", state) : t.Say("keyProject.stateOf.none"),
        .. project.LateFrom <= today ? [t.Say("keyProject.late", ("year", project.ToYear))] : Array.Empty<string>(),
        .. project.CommissionedLate ? [t.Say("keyProject.commissionedLate")] : Array.Empty<string>(),
    ]);

    private static string Invested(KeyProjectItem project, Tongue t) => string.Join(" / ",
        t.Quantity(project.InvestedWanYuan, "wanYuan"), t.Quantity(project.InvestmentWanYuan, "wanYuan")) + (project.InvestedShare is { } share ? $" · {t.Quantity(share, "1")}" : "");
}

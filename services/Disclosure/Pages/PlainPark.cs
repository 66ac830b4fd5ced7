using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>A park, and one of its years, as pages without a script.</summary>
public static class PlainPark
{
    /// <param name="today">The day in Beijing: whether a project is late depends on it.</param>
    /// <param name="about">What else the page is about, as its script says it.</param>
    public static PlainPage Of(ParkPage park, Tongue t, DateOnly today, string? about = null)
    {
        var main = new Html().Heading(1, park.Name);
        if (about is not null) main.Paragraph(about);
        main.Paragraph(string.Join(" · ", new[]
            {
                t.Province(park.Province), park.City == park.Province.Name ? null : park.City, t.Word("scope", park.Scope),
                t.Say("park.period", ("from", park.ConstructionStart), ("to", park.ConstructionEnd)),
            }.OfType<string>()))
            .Facts(
                (t.Say("park.stage"), t.Word("stage", park.Stage)),
                (t.Say("park.document"), park.List?.Document),
                (t.Say("park.boundary"), park.FourBounds))
            .Heading(2, t.Say("indicator.core"))
            .Paragraph(park.Years.Count > 0 ? Core(park.Years[^1], t) : t.Say("park.coreEmpty", ("year", park.ConstructionStart)));
        Trajectory(main, park, t);
        Boundaries(main, park, t);
        PlainKeyProjects.Write(main, park, t, today);
        Decisions(main, park, t);
        main.Heading(2, t.Say("frame.data")).List(
        [
            .. park.Years.Select(y => Html.Link($"{t.Prefix}/parks/{park.Id}/years/{y.Year}", t.Say("year.title", ("year", y.Year)))),
            Html.Link($"/api/public/v1/parks/{park.Id}", t.Say("park.recordJson")),
            Html.Link($"/api/public/v1/parks/{park.Id}/timeline", $"{t.Say("park.timeline")} (JSON)"),
        ]);
        var line = $"{park.Name}{Demo(park, t)} · {t.Province(park.Province)} · {t.Word("stage", park.Stage)}";
        return new(park.Name, park.Years.Count > 0 ? $"{line} · {Core(park.Years[^1], t)}" : line, main.ToString());
    }

    public static PlainPage Of(ParkPage park, YearPage year, Tongue t)
    {
        var (result, basis) = year.Verified is { } verified ? (verified, "verified") : (year.Reported, "reported");
        var (title, core) = ($"{park.Name} · {year.Year}", result.Indicators.FirstOrDefault(i => i.Id == IndicatorIds.Core));
        var main = new Html()
            .Raw($"<p>{Html.Link($"{t.Prefix}/parks/{park.Id}", park.Name, chinese: true)}</p>")
            .Heading(1, t.Say("year.title", ("year", year.Year)))
            .Paragraph(t.Say("year.intro"))
            .Paragraph(t.Say($"figure.basis.{basis}", ("year", year.Year)))
            .Table(
                [t.Say("park.indicator"), t.Say("park.value"), t.Say("park.target"), t.Say("park.verdict")],
                result.Indicators.Select(i => (IReadOnlyList<string>)[t.Say($"indicator.{i.Id}"), t.Quantity(i.Value, i.Unit), Target(i, t), t.Word("verdict", i.Verdict)]))
            .Heading(2, t.Say("park.emissions"))
            .Table([t.Say("park.term"), t.Say("park.value")], Terms(result, t));
        Statement(main, year, t);
        main.Heading(2, t.Say("boundary.yearTitle")).Paragraph(Boundary(year.Boundary, year.Year, t));
        main.Heading(2, t.Say("frame.data")).List([Html.Link($"/api/public/v1/parks/{park.Id}/years/{year.Year}", t.Say("figure.json"))]);
        return new(title, $"{title} · {Core(new(year.Year, core?.Value, core?.Target, core?.Verdict, year.DisclosedAt), t)}", main.ToString());
    }

    /// <summary>One sentence: year, value, target, verdict.</summary>
    public static string Core(YearLine year, Tongue t) => string.Join(" · ",
    [
        $"{year.Year}: {t.Quantity(year.Core, "t/tce")}",
        year.Target is { } target ? $"{t.Say("park.target")} ≤ {t.Quantity(target, "t/tce")}" : t.Say("park.noTarget"),
        .. year.Verdict is { } verdict ? [t.Word("verdict", verdict)] : Array.Empty<string>(),
    ]);

    private static string Target(Indicator indicator, Tongue t) =>
        indicator.Target is null ? "–" : $"{(indicator.Id == IndicatorIds.Core ? "≤" : "≥")} {t.Quantity(indicator.Target, indicator.Unit)}";

    private static string Demo(ParkItem park, Tongue t) => park.Demo ? $" ({t.Say("demo")})" : "";

    private static void Trajectory(Html main, ParkPage park, Tongue t)
    {
        var years = park.Targets.Select(target => target.Year).Concat(park.Years.Select(y => y.Year)).Distinct().Order().ToArray();
        if (years.Length > 0)
        {
            main.Table(
                [t.Say("park.year"), t.Say("park.line.promised"), t.Say("park.line.verified")],
                years.Select(year => (IReadOnlyList<string>)
                [
                    $"{year}",
                    t.Quantity(park.Targets.FirstOrDefault(target => target.Year == year)?.Core, "t/tce"),
                    t.Quantity(park.Years.FirstOrDefault(y => y.Year == year)?.Core, "t/tce"),
                ]));
        }
    }

    /// <summary>Once the boundary changed, all its versions.</summary>
    private static void Boundaries(Html main, ParkPage park, Tongue t)
    {
        if (park.Boundaries.Count < 2)
        {
            return;
        }

        main.Heading(2, t.Say("boundary.title")).Table(
            [t.Say("boundary.version"), t.Say("boundary.since"), t.Say("boundary.area"), t.Say("bounds.words"), t.Say("boundary.document")],
            park.Boundaries.Select(v => (IReadOnlyList<string>)
            [
                $"{v.Number}",
                v.ValidFrom is { } year ? t.Say("boundary.fromYear", ("year", year)) : t.Say("boundary.fromStart"),
                t.Quantity(v.AreaKm2, "km²"),
                v.FourBounds ?? t.Say("none"),
                v.Document ?? t.Say($"boundary.by.{v.Type.Split('.')[1]}"),
            ]));
    }

    /// <summary>Which registered boundary applies to the year, and whether the data name another.</summary>
    private static string Boundary(YearBoundary boundary, int year, Tongue t) => boundary switch
    {
        { Registered: null, Stated: { } stated } => t.Say("boundary.yearNoneStated", ("year", year), ("stated", stated)),
        { Registered: null } => t.Say("boundary.yearNone", ("year", year)),
        { Registered: { } registered, Stated: { } stated } when stated != registered => t.Say("boundary.yearDiffers", ("year", year), ("registered", registered), ("stated", stated)),
        { Registered: { } registered } => t.Say("boundary.yearRegistered", ("year", year), ("registered", registered)),
    };

    private static void Decisions(Html main, ParkPage park, Tongue t)
    {
        main.Heading(2, t.Say("park.decisions"));
        if (park.Decisions.Count == 0)
        {
            main.Paragraph(t.Say("park.decisionsEmpty"));
        }

        main.List([.. park.Decisions.Select(d =>
            $"{Html.Text(t.Day(d.At))} · {Html.Text(t.Of(d.Title))} · {Html.Text(t.Actor(d.Actor))}: <span lang=\"zh-CN\">{Html.Text(d.Reasons)}</span>")]);
    }

    private static void Statement(Html main, YearPage year, Tongue t)
    {
        main.Heading(2, t.Say("year.statement"));
        if (year.Statement is not { } signed)
        {
            main.Paragraph(t.Say("park.verifiedEmpty"));
            return;
        }

        main.Facts(
            (t.Say("park.body"), signed.BodyName),
            (t.Say("park.opinion"), $"{t.Word("opinion", signed.Opinion)} · {t.Word("assurance", signed.Assurance)}"),
            (t.Say("park.signed"), t.Day(signed.SignedAt)));
    }

    private static IEnumerable<IReadOnlyList<string>> Terms(Result result, Tongue t) =>
    [
        [t.Say("term.fuel"), t.Quantity(result.Emissions.Fuel, "t")],
        [t.Say("term.conversion"), t.Quantity(result.Emissions.Conversion, "t")],
        [t.Say("term.electricity"), t.Quantity(result.Emissions.Electricity, "t")],
        [t.Say("term.heat"), t.Quantity(result.Emissions.Heat, "t")],
        [t.Say("term.process"), t.Quantity(result.Emissions.Process, "t")],
        [t.Say("term.total"), t.Quantity(result.Emissions.Total, "t")],
        [t.Say("figure.name.energy"), t.Quantity(result.Energy.Tce, "tce")],
    ];
}

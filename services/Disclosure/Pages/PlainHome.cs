using System.Globalization;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Features;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>The first page without a script: search, figures, the list.</summary>
public static class PlainHome
{
    public static PlainPage Of(IReadOnlyList<ParkItem> parks, long total, string? question, ReadFigures.Figures figures, Tongue t) => new(
        null, t.Say("home.intro"),
        new Html().Heading(1, t.Say("brandLong")).Paragraph(t.Say("home.intro"))
            .Raw($"""<form class="search" role="search" action="{t.Prefix}/"><label class="hidden" for="q">{Html.Text(t.Say("home.search"))}</label><input class="input" type="search" id="q" name="q" maxlength="100" value="{Html.Text(question ?? "")}"> <button class="button" type="submit">{Html.Text(t.Say("home.find"))}</button></form>""")
            .List([.. figures.Items.Select(f => Html.Text($"{t.Say($"home.figure.{f.Id}")}: {f.Value.ToString(CultureInfo.InvariantCulture)}"))])
            .Heading(2, t.Say("home.parks"))
            .Paragraph(total == 0 ? t.Say("home.nothing") : t.Say("home.found_other", ("count", total)))
            .List([.. parks.Select(p => Line(p, t))])
            .ToString());

    private static string Line(ParkItem park, Tongue t)
    {
        var core = park.CoreValue is null ? "" : $" · {t.Say("home.core")} {t.Quantity(park.CoreValue, "t/tce")}";
        return $"{Html.Link($"{t.Prefix}/parks/{park.Id}", park.Name, chinese: true)} · {Html.Text(t.Province(park.Province))} · {Html.Text(t.Word("stage", park.Stage) + core)}";
    }
}

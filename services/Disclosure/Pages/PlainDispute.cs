using PilotRegistry.Disclosure.Features;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>Disputes as pages without a script: all of them, one of them, and what the protected way keeps.</summary>
public static class PlainDispute
{
    public static PlainPage Of(IReadOnlyList<DisputeItem> disputes, Tongue t) => new(
        t.Say("page.disputes"), t.Say("dispute.what"),
        new Html().Heading(1, t.Say("page.disputes")).Paragraph(t.Say("dispute.what")).Paragraph(t.Say("dispute.howLong"))
            .Raw(disputes.Count == 0 ? $"<p>{Html.Text(t.Say("dispute.none"))}</p>" : "")
            .List([.. disputes.Select(d => $"{Html.Link($"{t.Prefix}/disputes/{d.Number}", d.Number)} · <span lang=\"zh-CN\">{Html.Text(d.ParkName)}</span> · {Html.Text($"{Figure(d, t)} · {t.Word("disputeState", d.State)}{Due(d, t)}")}")])
            .Raw($"<p>{Html.Link("/api/public/v1/open-data/disputes.csv", t.Say("dispute.csv"))}</p>").ToString());

    public static PlainPage Of(ReadDisputes.Dispute dispute, Tongue t)
    {
        var item = dispute.Item;
        var main = new Html()
            .Raw($"<p>{Html.Link($"{t.Prefix}/parks/{item.ParkId}", item.ParkName, chinese: true)} · {Html.Link($"{t.Prefix}/parks/{item.ParkId}/years/{item.Year}", t.Say("dispute.yearLink"))}</p>")
            .Heading(1, item.Number)
            .Facts(
                (t.Say("dispute.figure"), Figure(item, t)),
                (t.Say("dispute.state"), t.Word("disputeState", item.State)),
                (t.Say("dispute.due"), Due(item, t).TrimStart(' ', '·')))
            .Heading(2, t.Say("dispute.course"))
            .List([.. dispute.Steps.Select(s => Step(s, t))]);
        if (dispute.Correction is { } correction)
        {
            main.Heading(2, t.Say("dispute.correction"))
                .Paragraph(t.Say("dispute.corrected", ("version", correction.Version), ("day", t.Day(correction.At))))
                .Table([t.Say("dispute.figure"), t.Say("dispute.old"), t.Say("dispute.new")],
                [
                    [t.Say("figure.name.total"), t.Quantity(correction.Old.Total, "t"), t.Quantity(correction.New.Total, "t")],
                    [t.Say("figure.name.energy"), t.Quantity(correction.Old.Tce, "tce"), t.Quantity(correction.New.Tce, "tce")],
                    [t.Say("figure.name.core"), t.Quantity(correction.Old.Core, "t/tce"), t.Quantity(correction.New.Core, "t/tce")],
                ]);
        }

        main.Heading(2, t.Say("dispute.words")).Paragraph(dispute.Reason ?? t.Say(item.State == DisputeStatus.Received ? "dispute.wordsWait" : "dispute.wordsKept"));
        if (dispute.Evidence is { Length: > 0 } evidence)
        {
            main.Paragraph($"{t.Say("dispute.evidenceWord")}: {evidence}");
        }

        return new(item.Number, $"{item.ParkName} · {Figure(item, t)} · {t.Word("disputeState", item.State)}", main.ToString());
    }

    /// <summary>What the protected way keeps and what it does not, to be read before anything is sent.</summary>
    public static PlainPage Protected(Tongue t) => new(
        t.Say("protected.title"), t.Say("protected.intro"),
        new Html().Heading(1, t.Say("protected.title")).Paragraph(t.Say("protected.intro"))
            .Heading(2, t.Say("protected.keeps")).List(Said(t, "protected.keep.words", "protected.keep.public", "protected.keep.key"))
            .Heading(2, t.Say("protected.keepsNot")).List(Said(t, "protected.keepNot.address", "protected.keepNot.cookie", "protected.keepNot.contact"))
            .Heading(2, t.Say("protected.beyond")).Paragraph(t.Say("protected.beyondText"))
            .Raw($"<p>{Html.Link($"{t.Prefix}/disputes/follow", t.Say("protected.back"))}</p>").ToString());

    public static PlainPage Follow(Tongue t) => new(
        t.Say("follow.title"), t.Say("follow.what"), new Html().Heading(1, t.Say("follow.title")).Paragraph(t.Say("follow.what")).ToString());

    private static string[] Said(Tongue t, params string[] keys) => [.. keys.Select(key => Html.Text(t.Say(key)))];

    /// <summary>Year, whose value, and the figure's name.</summary>
    private static string Figure(DisputeItem d, Tongue t)
    {
        var (basis, name) = d.Figure.Split('.') is [var first, .., var last] ? (first, last) : ("", d.Figure);
        return basis is "reported" or "verified"
            ? t.Say("disputeFigure", ("year", d.Year), ("basis", t.Say($"disputeBasis.{basis}")), ("figure", t.Find($"figure.name.{name}") ?? name))
            : $"{d.Year} · {t.Find($"figure.name.{name}") ?? d.Figure}";
    }

    private static string Due(DisputeItem d, Tongue t) => d.DueOn is { } day
        ? $" · {t.Say(d.Overdue ? "disputeOverdue" : "disputeDue", ("day", t.Day(day)))}"
        : "";

    private static string Step(ReadDisputes.Step s, Tongue t) => string.Join(" · ",
    [
        .. Texts([t.Day(s.At), t.Word("disputeState", s.State), s.By == "public" ? t.Say("dispute.who") : t.Actor(s.By)]),
        .. Texts(s.Late ? [t.Say("disputeLate")] : []),
        .. Texts(s.LogIndex is { } place ? [t.Say("dispute.logged", ("index", place))] : []),
        .. s.Receipt is { } receipt ? [Html.Link(receipt, t.Say("dispute.receipt"))] : Array.Empty<string>(),
        .. s.Text is { } text ? [$"<span lang=\"zh-CN\">{Html.Text(text)}</span>"] : Array.Empty<string>(),
    ]);

    private static IEnumerable<string> Texts(IEnumerable<string> texts) => texts.Select(Html.Text);
}

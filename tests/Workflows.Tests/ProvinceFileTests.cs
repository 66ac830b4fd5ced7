using System.Xml.Linq;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Where provinces differ, and that they differ nowhere else.</summary>
public sealed class ProvinceFileTests
{
    private const string ToPublicity = " opinion-development opinion-industry opinion-energy provincial-summary:proceed expert-score expert-score panel-conclusion:pass publish-notice ";

    /// <summary>From Monday 2 March 2026: the fifth working day is Monday 9 March, the seventh Wednesday 11 March.</summary>
    [Theory]
    [InlineData("110000", 9)]
    [InlineData("370000", 7)]
    public void Shandong_publishes_for_five_working_days_and_the_base_for_seven(string province, int days)
    {
        var c = NationalProcessTests.Application(province).Play($"completeness:complete {ToPublicity} +{days}");
        Assert.Equal("", c.Open);
        Assert.Equal("count-recommended", c.Play("+1").Open);
    }

    [Fact]
    public void An_objection_is_looked_into_before_the_province_goes_on()
    {
        var c = NationalProcessTests.Application("370000").Play($"completeness:complete {ToPublicity} ~objection-raised +20");
        Assert.Equal("objection-handling", c.Open);
        Assert.Equal("count-recommended", c.Play("objection-handling").Open);
    }

    [Theory]
    [InlineData("forward", "opinion-development opinion-energy opinion-industry")]
    [InlineData("return", "application-correction")]
    public void In_Guizhou_the_city_looks_first(string says, string open) =>
        Assert.Equal(open, NationalProcessTests.Application("520000").Play($"completeness:complete city-check:{says}").Open);

    [Theory]
    [InlineData("refused-by-city", "city-check:refuse")]
    [InlineData("lapsed", "city-check:return +30 record-lapse")]
    public void A_city_may_keep_an_application_from_the_province(string end, string script) =>
        NationalProcessTests.Ends(end, NationalProcessTests.Application("520000").Play($"completeness:complete {script}"));

    [Theory]
    [InlineData("520000", 5, 1, "provincial-recommendation")]
    [InlineData("520000", 5, 2, "deferral")]
    [InlineData("520000", 1, 1, "deferral")]
    [InlineData("110000", 5, 2, "provincial-recommendation")]
    [InlineData("110000", 5, 5, "deferral")]
    public void Guizhou_recommends_two_at_most_and_never_more_than_the_batch_allows(string province, int quota, int recommended, string open)
    {
        var city = province == "520000" ? "city-check:forward" : "";
        Assert.Equal(open, NationalProcessTests.Application(province, quota).Play($"completeness:complete {city} {ToPublicity} +14 count-recommended(recommended={recommended})").Open);
    }

    [Fact]
    public void Without_a_file_of_its_own_a_province_holds_no_mid_term_review() => Assert.DoesNotContain("midterm", NationalProcessTests.Construction("110000").Play("+273").Open, StringComparison.Ordinal);

    [Fact]
    public void In_Sichuan_a_slow_park_is_heard_and_then_removed_by_the_nation()
    {
        var c = Sichuan().Play("+100 midterm-report expert-score expert-score midterm-review:remove statement-defence");
        Assert.Contains("midterm-removal-decision", c.Open, StringComparison.Ordinal);
        NationalProcessTests.Ends("removed-at-midterm", c.Play("midterm-removal-decision:remove"));
    }

    [Theory]
    [InlineData("+100 midterm-report expert-score expert-score midterm-review:continue", "midterm-over")]
    [InlineData("+100 midterm-report expert-score expert-score midterm-review:rectify midterm-rectification midterm-review:continue", "midterm-over")]
    [InlineData("+130 midterm-review:remove +20 midterm-removal-decision:keep", "kept-at-midterm")]
    public void In_Sichuan_others_go_on_building(string script, string end)
    {
        var c = Sichuan().Play(script);
        Assert.Equal(end, c.Ends().Split(' ')[^1]);
        Assert.Equal(InstanceStatus.Running, c.State.Status);
    }

    [Fact]
    public void A_park_is_given_time_to_put_it_right_once()
    {
        var c = Sichuan().Play("+100 midterm-report expert-score expert-score midterm-review:rectify midterm-rectification midterm-review:rectify");
        Assert.Equal("statement-defence", c.Open);
    }

    [Fact]
    public void Shandong_differs_from_the_base_in_its_period_alone()
    {
        var differing = Parts("slots/provincial-review/370000.bpmn").Zip(Parts("slots/provincial-review/_base.bpmn")).Where(pair => pair.First != pair.Second).ToList();
        Assert.Equal(["provincial-review", "period-over"], differing.Select(pair => pair.First.Id).Distinct());
    }

    private static Case Sichuan() => Case.On(Shipped.Release("construction-watch", "510000")).Begin(
        "construction-watch", "start", ("park", "p"), ("province", "510000"), ("constructionEnd", "2026-12-20"), ("midterm", "2026-06-01"), ("provincialExperts", new[] { "一", "二", "三" }));

    /// <summary>Every element that holds no other, with the id of the part it belongs to.</summary>
    private static IEnumerable<(string Id, string Text)> Parts(string file) => XDocument.Parse(Shipped.Text(file)).Descendants(Shipped.Bpmn + "process").Descendants().Where(element => !element.HasElements)
        .Select(element => (element.AncestorsAndSelf().Select(above => (string?)above.Attribute("id")).First(id => id?.EndsWith("-definition", StringComparison.Ordinal) == false)!, element.ToString()));
}

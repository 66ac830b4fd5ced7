namespace PilotRegistry.Workflows.Tests;

/// <summary>Each national process, played by virtual people to each of its ends.</summary>
public sealed class NationalProcessTests
{
    private static readonly string[] Experts = ["一", "二", "三"];

    private const string Opinions = " opinion-development opinion-industry opinion-energy ";
    private const string Panel = " expert-score expert-score panel-conclusion:pass publish-notice ";
    private const string Province = Opinions + "provincial-summary:proceed" + Panel + "+14 count-recommended(recommended=0) provincial-recommendation:recommend ";
    private const string Nation = " expert-score expert-score national-panel-conclusion:pass ministry-opinion:agree ministry-opinion:agree ";

    [Theory]
    [InlineData("listed", "completeness:complete" + Province + Nation + "national-decision:list list-publication")]
    [InlineData("listed", "completeness:complete" + Province + Nation + "national-decision:list ~park-listed")]
    [InlineData("listed", "completeness:return application-correction completeness:complete" + Province + "expert-score expert-score national-panel-conclusion:pass ministry-opinion:agree +40 national-decision:list list-publication")]
    [InlineData("refused", "completeness:complete" + Province + "expert-score expert-score national-panel-conclusion:fail national-decision:refuse")]
    [InlineData("refused-on-form", "completeness:refuse")]
    [InlineData("lapsed", "completeness:return +30 record-lapse")]
    [InlineData("lapsed", "completeness:complete" + Opinions + "provincial-summary:return +30 record-lapse")]
    [InlineData("refused-in-province", "completeness:complete" + Opinions + "provincial-summary:refuse")]
    [InlineData("refused-in-province", "completeness:complete" + Opinions + "provincial-summary:proceed expert-score expert-score panel-conclusion:fail")]
    [InlineData("deferred", "completeness:complete" + Opinions + "provincial-summary:proceed" + Panel + "+14 count-recommended(recommended=9) deferral")]
    public void An_application_ends(string end, string script) => Ends(end, Application("110000").Play(script));

    [Theory]
    [InlineData("ended", "+186 progress-report progress-check:go-on +120 ended")]
    [InlineData("built-ahead", "+186 progress-report progress-check:built built-ahead")]
    [InlineData("early-end", "~acceptance-requested")]
    [InlineData("ended-withdrawn", "~park-withdrawn")]
    [InlineData("removed", "+186 progress-report progress-check:remove removal-decision:remove")]
    [InlineData("removed", "+250 remind remind remind progress-urging:remove removal-decision:remove")]
    [InlineData("ended", "+186 progress-report progress-check:remove removal-decision:keep +120 ended")]
    public void A_construction_watch_ends(string end, string script) => Ends($"{end} watch-over", Construction("110000").Play(script));

    [Fact]
    public void An_extension_moves_the_end_of_construction()
    {
        var c = Construction("110000").Play("~extension-requested extension-opinion extension-decision:granted(newEnd=2026-12-20) +290");
        Assert.DoesNotContain("ended", c.Open, StringComparison.Ordinal);
        c = Construction("110000").Play("~extension-requested extension-opinion extension-decision:refused +280");
        Assert.Contains("ended", c.Open, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reported", "annual-submission body-engagement team-naming verification-statement:unmodified year-disclosure")]
    [InlineData("reported", "+20 remind annual-submission body-engagement team-naming ~finding-raised finding-answer finding-closing:return finding-answer finding-closing:closed verification-statement:modified year-disclosure")]
    [InlineData("failed-year", "annual-submission body-engagement team-naming verification-statement:adverse year-disclosure failed-year")]
    [InlineData("not-submitted", "+60 remind tell-overdue overdue-decision:fail not-submitted")]
    public void A_year_ends(string end, string script) => Ends(end, Year().Play(script));

    [Fact]
    public void A_year_that_is_late_may_be_given_a_new_last_day_once()
    {
        var c = Year().Play("+60 remind tell-overdue overdue-decision:extend(newFinalOn=2026-06-30)");
        Assert.Contains("annual-submission", c.Open, StringComparison.Ordinal);
        c.Play("+70 remind tell-overdue overdue-decision:extend(newFinalOn=2026-09-30) not-submitted");
        Ends("not-submitted", c);
    }

    private const string Evaluation = " self-evaluation-report opinion-industry opinion-energy expert-score expert-score ";
    private const string Site = "self-evaluation:passed expert-score expert-score site-check ";

    [Theory]
    [InlineData("accepted", "acceptance-request" + Evaluation + Site + "acceptance-decision:accepted")]
    [InlineData("refused", "acceptance-request" + Evaluation + Site + "acceptance-decision:refused")]
    [InlineData("accepted-later", "acceptance-request" + Evaluation + Site + "acceptance-decision:conditional(conditionDue=2026-09-30) condition-report condition-review:met")]
    [InlineData("refused-later", "acceptance-request" + Evaluation + Site + "acceptance-decision:conditional(conditionDue=2026-09-30) +220 condition-review:not-met")]
    [InlineData("not-passed", "acceptance-request" + Evaluation + "self-evaluation:not-passed")]
    [InlineData("not-passed", "acceptance-request +40 self-evaluation:not-passed")]
    [InlineData("not-asked", "+200 not-asked")]
    public void An_acceptance_ends(string end, string script) => Ends(end, Acceptance("start").Play(script));

    [Fact]
    public void A_park_may_ask_for_acceptance_before_its_construction_period_ends() => Ends("accepted", Acceptance("start-early").Play(Evaluation + Site + "acceptance-decision:accepted"));

    private const string Suspended = "inquiry-statement inquiry-finding:serious suspension-decision:suspend ";

    [Theory]
    [InlineData("unfounded", "inquiry-statement inquiry-finding:unfounded")]
    [InlineData("rectified", "+20 inquiry-finding:rectify rectification-report rectification-review:again rectification-report rectification-review:done")]
    [InlineData("closed", "inquiry-statement inquiry-finding:rectify +100 rectification-review:failed suspension-decision:no")]
    [InlineData("closed", "inquiry-statement inquiry-finding:serious suspension-decision:no")]
    [InlineData("reinstated", Suspended + "reinstatement-request statement-defence withdrawal-decision:reinstate")]
    [InlineData("withdrawn", Suspended + "+200 +20 withdrawal-decision:withdraw withdrawn")]
    public void Surveillance_ends(string end, string script) =>
        Ends(end, Case.On(Shipped.Release("surveillance", "110000")).Begin("surveillance", "start", ("park", "p"), ("cause", "dispute")).Play(script));

    internal static Case Application(string province, int quota = 3) => Case.On(Shipped.Release("application", province)).Begin(
        "application", "start", ("case", "a"), ("park", "p"), ("province", province), ("city", "c"), ("batch", "2026-1"), ("quota", quota),
        ("provincialExperts", Experts), ("nationalExperts", Experts), ("ministries", new[] { "工业和信息化部", "国家能源局" }));

    internal static Case Construction(string province) => Case.On(Shipped.Release("construction-watch", province)).Begin(
        "construction-watch", "start", ("park", "p"), ("province", province), ("constructionEnd", "2026-11-30"), ("midterm", "2026-11-30"), ("provincialExperts", Experts));

    private static Case Year() => Case.On(Shipped.Release("annual-report", "110000")).Begin(
        "annual-report", "start", ("park", "p"), ("year", 2025), ("caseKey", "p/2025"), ("remindOn", "2026-03-20"), ("dueOn", "2026-03-31"), ("finalOn", "2026-04-20"));

    private static Case Acceptance(string start) => Case.On(Shipped.Release("acceptance", "110000")).Begin(
        "acceptance", start, ("case", "x"), ("park", "p"), ("province", "110000"), ("year", 2026), ("provincialExperts", Experts), ("nationalExperts", Experts));

    internal static void Ends(string end, Case c)
    {
        c.Ended();
        Assert.EndsWith($" {end}", $" {c.Ends()}", StringComparison.Ordinal);
    }
}

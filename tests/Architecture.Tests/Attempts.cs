using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>A command as somebody could send it.</summary>
/// <param name="IsOfSomebody">Whether it concerns a thing that belongs to one park, province or verification body.</param>
public sealed record Attempt(Func<Life, string> Path, Func<Life, object?> Body, bool IsOfSomebody = true);

/// <summary>For each command, by process and name, how it is tried.</summary>
public static class Attempts
{
    private static readonly object Reasons = new { reasons = "理由充分。" };

    /// <summary>Everybody who may call: people, and the services themselves.</summary>
    public static readonly IReadOnlyList<Persona> Personas = [.. Persona.All, Persona.Registry];

    public static readonly IReadOnlyDictionary<string, Attempt> All = new Dictionary<string, Attempt>
    {
        ["registration StartApplication"] = new(_ => "/applications", _ => Life.ApplicationBody("另一个园区"), IsOfSomebody: false),
        ["registration CorrectFacts"] = new(life => $"/applications/{life.Application}/facts", _ => Life.ApplicationBody("另一个园区")),
        ["registration WriteChapter"] = new(life => $"/applications/{life.Application}/chapters/goals", _ => new { text = "目标" }),
        ["registration WriteKeyProjects"] = new(life => $"/applications/{life.Application}/key-projects", _ => new { projects = Array.Empty<object>() }),
        ["registration ReportProgress"] = new(
            life => $"/applications/{life.Application}/key-projects/1/progress", _ => new { state = "underConstruction", investedWanYuan = "10", asOf = "2026-01-05" }),
        ["registration SubmitApplication"] = new(life => $"/applications/{life.Application}/submission", _ => new { }),
        ["registration ReturnApplication"] = new(life => $"/applications/{life.Application}/return", _ => Reasons),
        ["registration RecommendApplication"] = new(life => $"/applications/{life.Application}/recommendation", _ => new { batch = Life.Batch, reasons = "同意。" }),
        ["registration RefuseApplication"] = new(life => $"/applications/{life.Application}/refusal", _ => Reasons),
        ["registration PublishList"] = new(_ => "/lists", life => ListOf("applications", new { applicationId = life.Application }), IsOfSomebody: false),
        ["registration RecordPublishedList"] = new(_ => "/lists/published", _ => ListOf("parks", new
        {
            listNumber = 1,
            name = "测试园区",
            province = "330000",
            city = "宁波市",
            scope = "whole",
            constructionStart = 2025,
            constructionEnd = 2029,
            latitude = "29.9",
            longitude = "121.5",
            industryGroup = "化工/石化型",
        }), IsOfSomebody: false),
        ["registration ChangeBoundary"] = new(life => $"/parks/{life.Park}/boundary-changes", _ => new { fourBounds = "东至河", validFrom = 2027, document = "文号", publishedOn = "2026-09-01", source = "测试。", reasons = "同意。" }),
        ["registration DiscloseField"] = OfLeaf("disclosure"),
        ["registration EraseField"] = OfLeaf("erasure"),
        ["registration SettleCommand"] = Settle,
        ["registration RetryDeadLetter"] = Retry,
        ["registration RepublishEvents"] = Republish,

        ["submission OpenYear"] = new(_ => "/submissions", life => new { parkId = life.Park, year = life.Year }),
        ["submission SaveDraft"] = new(life => $"/submissions/{life.Submission}/draft", life => Life.Data(life.Year)),
        ["submission WithdrawDraft"] = new(life => $"/submissions/{life.Submission}/draft", _ => null),
        ["submission PreviewImport"] = new(life => $"/submissions/{life.Submission}/import", _ => new { }),
        ["submission ConvertSteam"] = new(_ => "/submissions/steam", _ => new { tonnes = "100", pressure = "0.8", gauge = true, temperature = "180" }, IsOfSomebody: false),
        ["submission NameCertificates"] = new(life => $"/submissions/{life.Submission}/certificates", _ => new { items = Array.Empty<object>() }),
        ["submission ImportCertificates"] = new(life => $"/submissions/{life.Submission}/certificates/import", _ => new { }),
        ["submission KeepEvidence"] = new(life => $"/submissions/{life.Submission}/evidence?name=bill.csv", _ => new { }),
        ["submission MatchHours"] = new(life => $"/submissions/{life.Submission}/matching?name=hours.csv", _ => new { }),
        ["submission RemoveHours"] = new(life => $"/submissions/{life.Submission}/matching", _ => null),
        ["submission SubmitYear"] = new(life => $"/submissions/{life.Submission}/submission", _ => new { reason = "更正。" }),
        ["submission DiscloseYear"] = new(life => $"/submissions/{life.Submission}/disclosure", life => new { verificationId = life.Signed }),
        ["submission DiscloseField"] = OfLeaf("disclosure"),
        ["submission EraseField"] = OfLeaf("erasure"),
        ["submission SettleCommand"] = Settle,
        ["submission RetryDeadLetter"] = Retry,
        ["submission RepublishEvents"] = Republish,

        ["verification AccreditBody"] = new(_ => "/bodies", _ => new
        {
            organisationId = Persona.VerificationBody,
            name = "演示核查机构",
            scope = "演示",
            validUntil = "2060-12-31",
            demo = true,
        }, IsOfSomebody: false),
        ["verification EngageBody"] = new(_ => "/verifications", life => new { submissionId = life.OpenSubmission, bodyId = Persona.VerificationBody }),
        ["verification NameTeam"] = new(life => $"/verifications/{life.Open}/team", _ => new { members = new[] { Persona.Verifier.Id } }),
        ["verification RaiseFinding"] = new(life => $"/verifications/{life.Open}/findings", _ => new { kind = "car", text = "不符。" }),
        ["verification AnswerFinding"] = new(life => $"/verifications/{life.Open}/findings/1/answer", _ => new { text = "同意更正。" }),
        ["verification ReturnFinding"] = new(life => $"/verifications/{life.Open}/findings/1/return", _ => new { text = "请附结算单。" }),
        ["verification CloseFinding"] = new(life => $"/verifications/{life.Open}/findings/1/closing", _ => new { text = "接受更正。" }),
        ["verification SignStatement"] = new(
            life => $"/verifications/{life.Open}/statement", _ => new { opinion = "unmodified", assurance = "reasonable", text = "公允。" }),
        ["verification DiscloseField"] = OfLeaf("disclosure"),
        ["verification EraseField"] = OfLeaf("erasure"),
        ["verification SettleCommand"] = Settle,
        ["verification RetryDeadLetter"] = Retry,
        ["verification RepublishEvents"] = Republish,

        ["acceptance RequestAcceptance"] = new(_ => "/acceptances", life => new { parkId = life.Park, year = life.Year, verificationId = life.Signed }),
        ["acceptance ConcludeSelfEvaluation"] = new(life => $"/acceptances/{life.Acceptance}/self-evaluation", _ => new { passed = true, reasons = "完成。" }),
        ["acceptance DecideAcceptance"] = new(life => $"/acceptances/{life.Acceptance}/decision", _ => new { accepted = true, reasons = "同意。" }),
        ["acceptance NoteRestatement"] = new(life => $"/acceptances/{life.Acceptance}/restatements/2/note", _ => Reasons),
        ["acceptance DiscloseField"] = OfLeaf("disclosure"),
        ["acceptance EraseField"] = OfLeaf("erasure"),
        ["acceptance SettleCommand"] = Settle,
        ["acceptance RetryDeadLetter"] = Retry,
        ["acceptance RepublishEvents"] = Republish,

        ["disclosure Calculate"] = new(_ => "/calculate", life => Life.Data(life.Year), IsOfSomebody: false),
        ["disclosure RaiseDispute"] = new(
            life => $"/parks/{life.Park}/disputes", life => new { year = life.Year, figure = "emissions.total", reason = "与公开的电费账单不一致。" }, IsOfSomebody: false),
        ["disclosure FollowDispute"] = new(_ => "/disputes/followed", _ => new { key = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23" }, IsOfSomebody: false),
        ["disclosure AddWords"] = new(_ => "/disputes/followed/words", _ => new { key = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23", text = "十一月三日夜间。" }, IsOfSomebody: false),
        ["disclosure SubscribeByMail"] = new(_ => "/subscriptions", life => new { email = "reader@registry.example", park = life.Park, language = "zh" }, IsOfSomebody: false),
        ["disclosure ConfirmSubscription"] = new(_ => "/subscriptions/confirmation?key=ABCD-EFGH-JKMN-PQRS-TVWX-YZ23", _ => null, IsOfSomebody: false),
        ["disclosure CancelSubscription"] = new(_ => "/subscriptions/cancellation?key=ABCD-EFGH-JKMN-PQRS-TVWX-YZ23", _ => null, IsOfSomebody: false),
        ["disclosure TriageDispute"] = OfDispute("triage", new { takenUp = true, reasons = "请核对。", respondent = "park" }),
        ["disclosure AnswerDispute"] = OfDispute("answer", new { text = "已核对。" }),
        ["disclosure ConcludeDispute"] = OfDispute("conclusion", new { outcome = "upheld", reasons = "不符。" }),
        ["disclosure AskDisputer"] = OfDispute("questions", new { text = "哪一天？" }),
        ["disclosure EraseWords"] = OfDispute("erasure", new { }),
        ["disclosure DiscloseField"] = OfLeaf("disclosure"),
        ["disclosure EraseField"] = OfLeaf("erasure"),
        ["disclosure SettleCommand"] = Settle,
        ["disclosure RetryDeadLetter"] = Retry,
        ["disclosure RepublishEvents"] = Republish,

        ["workflows PublishDefinition"] = new(_ => "/definitions", _ => new { xml = "<definitions/>" }, IsOfSomebody: false),
        ["workflows StartInstance"] = new(_ => "/instances", _ => new { process = "nothing", businessKey = "key" }, IsOfSomebody: false),
        ["workflows SuspendInstance"] = OfInstance("suspension", new { reason = "法定时限中止。" }),
        ["workflows ResumeInstance"] = OfInstance("resumption", new { reason = "事由消除。" }),
        ["workflows CancelInstance"] = OfInstance("cancellation", new { reason = "撤回。" }),
        ["workflows RetryIncident"] = OfInstance("incidents/1/retry", new { reason = "已修正。" }),
        ["workflows SkipIncident"] = OfInstance("incidents/1/skip", new { reason = "线下办结。" }),
        ["workflows MoveToken"] = OfInstance("moves", new { element = 1, to = "end", reason = "特别许可。" }),
        ["workflows AddSigner"] = OfInstance("signers", new { body = 1, value = "industry", reason = "加签。" }),
        ["workflows RemoveSigner"] = OfInstance("signers/1/removal", new { reason = "减签。" }),
        ["workflows ClaimTask"] = OfTask("claim", null),
        ["workflows ReleaseTask"] = OfTask("release", new { reason = "不是我的。" }),
        ["workflows ReassignTask"] = OfTask("reassignment", new { person = Persona.OfProvince.Id, reason = "转办。" }),
        ["workflows DelegateTask"] = OfTask("delegation", new { person = Persona.OfProvince.Id, reason = "委派。" }),
        ["workflows ResolveTask"] = OfTask("resolution", new { text = "已办。" }),
        ["workflows MigrateInstances"] = new(_ => "/migrations", _ => new { process = "nothing", reason = "新版流程施行。" }, IsOfSomebody: false),
        ["workflows UrgeTask"] = OfTask("urging", new { reason = "请尽快办理。" }),
        ["workflows CopyTask"] = OfTask("copies", new { person = Persona.OfProvince.Id, reason = "抄送。" }),
        ["workflows NameSubstitute"] = new(_ => "/substitutes", _ => new { person = Persona.Named(73), from = "2060-01-01", until = "2060-01-31", reason = "出差。" }, IsOfSomebody: false),
        ["workflows RecallSubstitute"] = new(_ => $"/substitutes/{Persona.Named(72)}/recall", _ => new { reason = "已回。" }),
        ["workflows AnnounceCase"] = new(_ => "/announcements", life => new { message = "surveillance-cause", park = life.Park, reasons = "群众来信。" }),
        ["workflows OpenCampaign"] = new(_ => "/campaigns", life => new { year = life.Year, remindOn = "2060-03-20", dueOn = "2060-03-31", finalOn = "2060-04-20", reasons = "开展年度报送。" }, IsOfSomebody: false),
        ["workflows CompleteTask"] = OfTask("completion", new { outcome = "done", reasons = "同意。" }),
        ["workflows KeepNote"] = OfTask("note", new { text = "待核。" }),
        ["workflows MarkNoticesRead"] = new(_ => "/notices/read", _ => new { }, IsOfSomebody: false),
        ["workflows ChooseMail"] = new(_ => "/notices/settings", _ => new { mail = true, daily = false, language = "zh" }, IsOfSomebody: false),
        ["workflows CheckDraft"] = new(_ => "/drafts/check", _ => new { slot = "provincial-review", xml = "<definitions/>" }, IsOfSomebody: false),
        ["workflows TryDraft"] = new(_ => "/drafts/dry-run", _ => new { xml = "<definitions/>", acts = Array.Empty<object>() }, IsOfSomebody: false),
        ["workflows DiscloseField"] = OfLeaf("disclosure"),
        ["workflows EraseField"] = OfLeaf("erasure"),
        ["workflows SettleCommand"] = Settle,
        ["workflows RetryDeadLetter"] = Retry,
        ["workflows RepublishEvents"] = Republish,

        ["identity SignIn"] = new(_ => "/sessions", _ => new { username = "nobody", password = "not this one" }, IsOfSomebody: false),
        ["identity SignOut"] = new(_ => "/sessions", _ => null, IsOfSomebody: false),
        ["identity ChangePassword"] = new(_ => "/me/password", _ => new { current = "not this one", next = "a longer one, please" }, IsOfSomebody: false),
        ["identity ChooseEmail"] = new(_ => "/me/email", _ => new { email = "somebody@registry.example" }, IsOfSomebody: false),
        ["identity AddOrganisation"] = new(_ => "/organisations", _ => new { name = "演示机构", kind = "authority" }, IsOfSomebody: false),
        ["identity CreateAccount"] = new(_ => "/accounts", _ => new
        {
            username = "somebody",
            displayName = "演示",
            role = "auditor",
            organisationId = Persona.Named(77),
        }, IsOfSomebody: false),
        ["identity ResetPassword"] = new(_ => $"/accounts/{Persona.Named(78)}/password", _ => new { }, IsOfSomebody: false),
        ["identity MakeClient"] = new(_ => "/clients", _ => new { name = "能源管理系统" }, IsOfSomebody: false),
        ["identity RotateClientSecret"] = new(_ => "/clients/park-nobody/secret", _ => new { }, IsOfSomebody: false),
        ["identity RevokeClient"] = new(_ => "/clients/park-nobody/revocation", _ => new { }, IsOfSomebody: false),
        ["identity DisableAccount"] = new(_ => $"/accounts/{Persona.Named(78)}/disabling", _ => new { }, IsOfSomebody: false),
    };

    private static Attempt Settle => new(_ => $"/commands/{Persona.Named(76)}/settlement", _ => null, IsOfSomebody: false);

    private static Attempt OfInstance(string what, object body) => new(_ => $"/instances/{Persona.Named(75)}/{what}", _ => body);

    private static Attempt OfDispute(string what, object body) => new(_ => $"/disputes/{Persona.Named(80)}/{what}", _ => body);

    private static Attempt OfTask(string what, object? body) => new(_ => $"/tasks/{Persona.Named(74)}/{what}", _ => body);

    private static Attempt Retry => new(_ => "/dead-letters/7/retry", _ => new { }, IsOfSomebody: false);

    private static Attempt OfLeaf(string what) => new(_ => $"/leaves/{Persona.Named(79)}/{what}", _ => new { field = "person", reasons = "依法。" }, IsOfSomebody: false);

    private static Attempt Republish => new(_ => "/republication", _ => new { }, IsOfSomebody: false);

    public static Attempt Of(Access command) => All[$"{command.Process} {command.Name}"];

    private static Dictionary<string, object> ListOf(string member, object line) => new()
    {
        ["batch"] = Life.Batch,
        ["document"] = "演示文号",
        ["publishedOn"] = "2026-06-30",
        ["source"] = "演示数据。",
        ["reasons"] = "同意。",
        [member] = new[] { line },
    };
}

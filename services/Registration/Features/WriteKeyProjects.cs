using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The park writes the table of its key projects (重点项目; 910号 附件2, chapter 4), always the whole of it.</summary>
public static class WriteKeyProjects
{
    /// <summary>More is a plan of a city, and no reader's table.</summary>
    public const int Most = 100;

    /// <param name="Projects">In any order; kept by number. An empty table takes back what was written.</param>
    public sealed record Request([Required, MaxLength(Most)] IReadOnlyList<Line> Projects) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [
            .. Twice(p => p.Number, nameof(Line.Number), ValidationRule.Say("number-twice", "Another project has this number.", "该编号已被另一个项目使用。")),
            .. Twice(p => p.Name.Trim(), nameof(Line.Name), ValidationRule.Say("name-twice", "Another project has this name.", "已有同名项目。")),
        ];

        private IEnumerable<ValidationResult> Twice<T>(Func<Line, T> of, string member, string rule)
        {
            var seen = new HashSet<T>();
            return from line in Projects.Index() where !seen.Add(of(line.Item)) select new ValidationResult(rule, [$"{nameof(Projects)}[{line.Index}].{member}"]);
        }
    }

    /// <summary>A line of the table, as <see cref="KeyProject"/> has it.</summary>
    public sealed record Line(
        [Range(1, 999)] int Number,
        [Required, StringLength(80, MinimumLength = 2)] string Name,
        [Required, StringLength(80, MinimumLength = 2)] string Body,
        [Required, MaxLength(600)] string Content,
        [Range(typeof(decimal), "0", Wan.Most, ParseLimitsInInvariantCulture = true)] decimal InvestmentWanYuan,
        [Range(2015, 2060)] int FromYear,
        [Range(2015, 2060)] int ToYear,
        [Required, MaxLength(600)] string Plan,
        [Required, MaxLength(300)] string Meaning) : IValidatableObject
    {
        public KeyProject ToProject() => new(
            Number, Name.Trim(), Body.Trim(), Content.Trim(), InvestmentWanYuan, FromYear, ToYear, Plan.Trim(), Meaning.Trim());

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (ToYear < FromYear)
            {
                yield return new(ValidationRule.Say("end-before-start", "The period must not end before it begins.", "结束年份不得早于开始年份。"), [nameof(ToYear)]);
            }

            foreach (var wrong in Wan.Check(InvestmentWanYuan, nameof(InvestmentWanYuan)))
            {
                yield return wrong;
            }
        }
    }

    public static Decision Decide(ApplicationState state, IReadOnlyList<KeyProject> projects, ManagementBody body) => state switch
    {
        _ when !state.Is(body) => ApplicationRules.NotYourPark,
        { IsOpen: false } => ApplicationRules.NotOpen,
        _ when RegistryJson.Same(state.KeyProjects ?? [], projects) => Decision.Nothing,
        _ => new KeyProjectsWritten(projects)
    };

    public static void MapWriteKeyProjects(this IEndpointRouteBuilder routes) => routes
        .MapPut("/applications/{id:guid}/key-projects", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(WriteKeyProjects))
        .WithSummary("Write the table of key projects");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, Store store, ClaimsPrincipal user)
    {
        KeyProject[] projects = [.. request.Projects.Select(line => line.ToProject()).OrderBy(project => project.Number)];
        return store.ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, projects, user.AsBody())).ToHttpAsync();
    }
}

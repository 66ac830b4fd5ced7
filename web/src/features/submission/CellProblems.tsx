import { useTranslation } from 'react-i18next';
import type { CellProblem } from '../../api/types';
import { say } from '../../lib/say';

/** Every cell that cannot be taken, by its name; nothing was saved. */
export function CellProblems({ problems, name }: { problems: CellProblem[]; name: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="notice attention" role="alert">
      <h3>{t('import.problems', { count: problems.length, name })}</h3>
      <p>{t('import.problemsAbout')}</p>
      <div className="scroll-x" role="group" aria-label={t('import.cells')} tabIndex={0}>
        <table>
          <caption className="hidden">{t('import.cells')}</caption>
          <thead><tr><th scope="col">{t('import.sheet')}</th><th scope="col">{t('import.cell')}</th><th scope="col">{t('import.value')}</th><th scope="col">{t('import.why')}</th></tr></thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                <th scope="row" lang="zh-CN">{problem.sheet || t('import.file')}</th>
                <td>{problem.cell}</td>
                <td>{problem.value}</td>
                <td>{say(problem.message, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

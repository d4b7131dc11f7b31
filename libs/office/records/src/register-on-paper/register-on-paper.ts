import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ListConsultations } from '@patravali/consultations';
import { Consultation, type Language, MovementView } from '@patravali/contract';
import { ListMovements } from '@patravali/custody';
import { withPosts } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { WHOLE } from '../note-sheet/printing';
import { consultationOnPaper } from './consultations-on-paper';
import { type MovementOnPaper, movementOnPaper } from './movements-on-paper';

const Register = z.object({ movements: z.array(MovementView), consultations: z.array(Consultation) });

/** The register of movements of a file, for paper. */
@Injectable()
export class RegisterOnPaper {
  constructor(
    private readonly movements: ListMovements,
    private readonly consultations: ListConsultations,
    private readonly database: EntityManager,
  ) {}

  /**
   * The movements of the file and the questions asked on it, in the order in which they happened.
   * @throws Refusal `not-found` for whoever may not read the file.
   */
  async of(actor: Actor, fileId: string, language: Language): Promise<MovementOnPaper[]> {
    const [moved, asked] = await Promise.all([
      this.movements.execute(actor, fileId, { limit: WHOLE }),
      this.consultations.execute(actor, fileId, { limit: WHOLE }),
    ]);
    const rows = { movements: moved.items, consultations: asked.items };
    const { movements, consultations } = await withPosts(this.database, actor, Register, rows);
    return [
      ...movements.map((movement) => ({ at: movement.at, lines: [movementOnPaper(language, movement)] })),
      ...consultations.map((one) => ({ at: one.at, lines: consultationOnPaper(language, one) })),
    ]
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .flatMap(({ lines }) => lines);
  }
}
